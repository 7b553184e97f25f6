using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Nodes;

namespace AiFixer.Playground;

/// <summary>How a practice world is set up. The defaults are a small healthy cluster on a free port.</summary>
public sealed record PracticeWorldOptions
{
    /// <summary>Port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The world's clock. With a clock that tests own, nothing happens until it is moved.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Uids and pod names are the same for the same seed and the same calls.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How often due work is done when nobody asks. Every request and every call does it too.</summary>
    public TimeSpan ControllerTick { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long pods take for each step.</summary>
    public PodTimings Pods { get; init; } = new();

    /// <summary>How many nodes there are, named node-1, node-2, ….</summary>
    public int NodeCount { get; init; } = 3;

    /// <summary>How patient the cluster is with its nodes.</summary>
    public NodeTimings Nodes { get; init; } = new();

    /// <summary>Requests per second that one ready pod can serve.</summary>
    public double CapacityPerPod { get; init; } = 100;

    /// <summary>When set, the Kubernetes API wants it as bearer token, and the kubeconfig carries it.</summary>
    public string? BearerToken { get; init; }

    /// <summary>False starts with namespaces and nodes but without deployments.</summary>
    public bool SeedDeployments { get; init; } = true;
}
