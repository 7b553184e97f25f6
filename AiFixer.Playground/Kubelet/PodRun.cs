using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Kubelet;

/// <summary>What a node knows of a pod; the pod's status is written from it.</summary>
internal sealed class PodRun(StoredObject pod, StoredObject? deployment, DateTimeOffset now)
{
    public StoredObject Pod { get; } = pod;

    /// <summary>The deployment behind the pod; null for a pod nobody manages.</summary>
    public StoredObject? Deployment { get; } = deployment;

    public PodStage Stage { get; set; }

    public DateTimeOffset ScheduledAt { get; set; } = now;

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset ReadinessChangedAt { get; set; } = now;

    public int Restarts { get; set; }

    public ContainerExit? LastExit { get; set; }

    public string? Node { get; set; }

    public string? Address { get; set; }

    public PodLog Log { get; } = new();

    /// <summary>Only the newest plan of a pod counts; older ones find another number here.</summary>
    public int Plan { get; set; }

    public string? Image => Pod.Spec.Arr("containers")?.FirstOrDefault().Str("image");

    public string Container => Pod.Spec.Arr("containers")?.FirstOrDefault().Str("name") ?? "app";

    /// <summary>Serves traffic or is about to.</summary>
    public bool IsRunning => !Pod.Deleting && Stage is PodStage.Starting or PodStage.Ready or PodStage.Unready;
}
