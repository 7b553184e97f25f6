using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>What a person approved for a while: one kind of action on one class of targets, no riskier and no larger.</summary>
/// <param name="Name">The target's name; <c>*</c> for any in the namespace.</param>
/// <param name="MaxMagnitude">The largest change of a number.</param>
public sealed record RememberedApproval(
    string Id,
    string Plugin,
    string Connection,
    string Kind,
    string Namespace,
    string Name,
    PluginRisk MaxRisk,
    int MaxMagnitude,
    Person By,
    DateTimeOffset At,
    DateTimeOffset Until,
    string Reason)
{
    public const int MostDays = 30;

    /// <summary>Of more than this risk nothing is remembered.</summary>
    public const PluginRisk Most = PluginRisk.Medium;

    /// <summary>With which arguments, the target's name left open where any is meant; what was kept without them fits nothing.</summary>
    public string? Arguments { get; init; }

    /// <summary>What it does; a plugin may do several things.</summary>
    public string? Verb { get; init; }

    /// <summary>Nothing that is compared is missing.</summary>
    internal bool IsWhole() =>
        (Id, Plugin, Connection, Kind, Namespace, Name, By?.Id, By?.Name, Reason)
            is (not null, not null, not null, not null, not null, not null, not null, not null, not null);

    public bool Fits(IncidentAction action, ActionPlan plan, DateTimeOffset now) =>
        now < Until
        && action.Request.Plugin == Plugin
        && plan.Target.Connection == Connection
        && plan.Target.Kind == Kind
        && plan.Target.Namespace == Namespace
        && (Name == "*" || plan.Target.Name == Name)
        && Verb is not null && action.Traits.Verb == Verb
        && action.Traits.Risk <= MaxRisk && action.Traits.Risk <= Most
        && Math.Abs((long)plan.Magnitude) <= MaxMagnitude
        && Arguments is not null && RememberedArguments.Of(action.Request, plan.Target, Name == "*") == Arguments;
}
