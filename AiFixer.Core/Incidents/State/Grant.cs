using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>The only key to the executor: fits one action with these arguments on this target, once, before it expires.</summary>
/// <param name="PlanDigest">A digest of everything that is sent; empty for an undo, which is planned when it is needed.</param>
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
    DateTimeOffset ExpiresAt);
