using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>What a person approved for a while.</summary>
/// <param name="Name">The target's name; <c>*</c> for any.</param>
/// <param name="Active">False when its time is over, and when it fits nothing.</param>
public sealed record RememberedView(
    string Id,
    string Plugin,
    string Connection,
    string Kind,
    string Namespace,
    string Name,
    PluginRisk MaxRisk,
    int MaxMagnitude,
    string By,
    DateTimeOffset At,
    DateTimeOffset Until,
    string Reason,
    bool Active)
{
    /// <summary>With which arguments; null in one that was kept without them and fits nothing.</summary>
    public string? Arguments { get; init; }


    public static RememberedView Of(RememberedApproval one, DateTimeOffset now) => new(
        one.Id, one.Plugin, one.Connection, one.Kind, one.Namespace, one.Name, one.MaxRisk, one.MaxMagnitude, one.By.Name, one.At, one.Until,
        one.Reason, now < one.Until && one.Arguments is not null)
    {
        Arguments = one.Arguments,
    };
}
