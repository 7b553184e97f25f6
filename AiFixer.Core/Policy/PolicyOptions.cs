using System.Collections.Immutable;

namespace AiFixer.Core.Policy;

/// <summary>What the policy's rules go by.</summary>
public sealed record PolicyOptions
{
    public PolicyMode Mode { get; init; } = PolicyMode.Review;

    /// <summary>Namespaces in which low and medium risk may run by itself, in auto mode.</summary>
    public ImmutableList<string> AutoNamespaces { get; init; } = ["default", "staging"];

    /// <summary>Namespaces that AiFixer never changes.</summary>
    public ImmutableList<string> ProtectedNamespaces { get; init; } = ["kube-system", "kube-public", "kube-node-lease"];

    /// <summary>Verbs that a person always approves.</summary>
    public ImmutableList<string> ApprovalVerbs { get; init; } = ["delete", "drain", "cordon"];

    /// <summary>The largest change of replicas, as a difference, that runs by itself.</summary>
    public int MaxReplicaChange { get; init; } = 5;

    /// <summary>How many actions one incident may start by itself; more need a person.</summary>
    public int MaxActionsPerIncident { get; init; } = 3;

    /// <summary>How long a target is left alone after an action.</summary>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How many automatic fixes may run per hour, shared by all incidents.</summary>
    public int AutomaticFixesPerHour { get; init; } = 10;
}
