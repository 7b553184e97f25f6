namespace AiFixer.Playground.Nodes;

/// <summary>How patient the cluster is with its nodes. The defaults are those of Kubernetes.</summary>
public sealed record NodeTimings
{
    /// <summary>From a kubelet's last word to its node being taken for unreachable.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>How long pods that say nothing else stay on a node that is not ready.</summary>
    public TimeSpan Toleration { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How often a kubelet looks at its disk and memory.</summary>
    public TimeSpan PressureCheck { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a pressure must be gone before the condition goes.</summary>
    public TimeSpan PressureTransition { get; init; } = TimeSpan.FromMinutes(5);
}
