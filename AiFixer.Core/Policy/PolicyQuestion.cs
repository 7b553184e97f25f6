using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>What a rule is asked about: one action of an incident, as it would be carried out now.</summary>
/// <param name="Plan">What it would do to the target as that is now.</param>
internal sealed record PolicyQuestion(
    Incident Incident, IncidentAction Action, ActionPlan Plan, PolicyOptions Options, PolicyFacts Facts, DateTimeOffset Now)
{
    public TargetRef Target => Plan.Target;

    public PolicyEnvironment? Environment { get; } = PolicyEnvironment.Of(Plan.Target, Options);

    /// <summary>The strictest of the modes that apply.</summary>
    public PolicyMode Mode => PolicyModes.Strictest(PolicyModes.Of(Options, Environment), Action.Mode);
}
