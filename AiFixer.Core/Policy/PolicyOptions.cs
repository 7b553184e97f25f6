using System.Collections.Immutable;

namespace AiFixer.Core.Policy;

/// <summary>What the policy's rules go by. Any change of it makes another policy: grants given before are asked about again.</summary>
public sealed record PolicyOptions
{
    public PolicyMode Mode { get; init; } = PolicyMode.Review;

    /// <summary>
    /// Namespaces in which low and medium risk may run by itself, in auto mode; or <c>connection/namespace</c> with <c>*</c> for
    /// anything, where nothing behind the slash is what has no namespace.
    /// </summary>
    public ImmutableList<string> AutoNamespaces { get; init; } = ["default", "staging"];

    /// <summary>Namespaces that AiFixer never changes.</summary>
    public ImmutableList<string> ProtectedNamespaces { get; init; } = ["kube-system", "kube-public", "kube-node-lease"];

    /// <summary>Things that AiFixer never changes, as <c>connection/kind/namespace/name</c> with <c>*</c> for anything.</summary>
    public ImmutableList<string> ProtectedResources { get; init; } = [];

    /// <summary>Labels, as <c>key</c> or <c>key=value</c>, of things that AiFixer never changes.</summary>
    public ImmutableList<string> ProtectedLabels { get; init; } = ["aifixer.io/protected"];

    /// <summary>Verbs that a person always approves.</summary>
    public ImmutableList<string> ApprovalVerbs { get; init; } = ["delete", "drain", "cordon"];

    /// <summary>The largest change of replicas, as a difference, that runs by itself.</summary>
    public int MaxReplicaChange { get; init; } = 5;

    /// <summary>How many things (pods, sessions) may feel an action that runs by itself; null for any number, known or not.</summary>
    public int? MaxAffected { get; init; }

    /// <summary>How many actions one incident may start by itself; more need a person.</summary>
    public int MaxActionsPerIncident { get; init; } = 3;

    /// <summary>How long a target is left alone after an action.</summary>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How many automatic fixes may run per hour, shared by all incidents.</summary>
    public int AutomaticFixesPerHour { get; init; } = 10;

    /// <summary>How many of them on one target.</summary>
    public int AutomaticFixesPerTarget { get; init; } = 3;

    /// <summary>Parts of the world with rules of their own; a target belongs to the first that names it.</summary>
    public ImmutableList<PolicyEnvironment> Environments { get; init; } = [];

    /// <summary>Times in which nothing runs by itself.</summary>
    public ImmutableList<PolicyWindow> Freezes { get; init; } = [];

    /// <summary>Where there is one for a target, nothing runs by itself on it outside of it.</summary>
    public ImmutableList<PolicyWindow> MaintenanceWindows { get; init; } = [];

    public ApprovalOptions Approvals { get; init; } = new();
}
