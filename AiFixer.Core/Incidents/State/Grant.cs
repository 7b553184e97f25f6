using System.Collections.Immutable;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>The only key to the executor: fits one action with these arguments on this target, once, before it expires.</summary>
/// <param name="PlanDigest">A digest of the action and of everything that is sent; of an undo, which is planned when it is needed, without its plan before that.</param>
public sealed record Grant(
    string Id,
    string ActionId,
    PluginRequest Request,
    TargetRef Target,
    string FieldsHash,
    string PlanDigest,
    string PolicyVersion,
    bool Automatic,
    Person? ApprovedBy,
    DateTimeOffset ExpiresAt)
{
    /// <summary>Everybody who approved it; null when nobody had to.</summary>
    public ImmutableList<Person>? Approvers { get; init; }

    /// <summary>The name of the key that signed it; null in grants of releases that did not sign.</summary>
    public string? Key { get; init; }

    /// <summary>Over everything else in it and the incident it belongs to.</summary>
    public string? Signature { get; init; }
}
