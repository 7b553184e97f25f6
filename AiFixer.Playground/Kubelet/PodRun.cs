using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Kubelet;

/// <summary>What a node knows of a pod; the pod's status is written from it.</summary>
internal sealed class PodRun
{
    public PodRun(StoredObject pod, StoredObject? workload, int main, DateTimeOffset now)
    {
        (Pod, Workload, Main) = (pod, workload, main);
        ScheduledAt = ReadinessChangedAt = now;
        MainContainer = pod.Spec.Arr("containers")?.ElementAtOrDefault(main);
        Image = MainContainer.Str("image");
        Container = MainContainer.Str("name") ?? "app";
        MemoryLimit = PodResources.Limit(MainContainer, "memory");
        CpuLimit = PodResources.Limit(MainContainer, "cpu");
        Demand = PodDemand.Of(pod.Spec);
        QosClass = PodResources.QosClass(pod.Spec);
    }

    public StoredObject Pod { get; }

    /// <summary>The deployment, stateful set or daemon set behind the pod; null for a pod nobody manages.</summary>
    public StoredObject? Workload { get; }

    /// <summary>Which container holds the software that can fail; the others just run.</summary>
    public int Main { get; }

    public JsonNode? MainContainer { get; }

    public string? Image { get; }

    public string Container { get; }

    public decimal? MemoryLimit { get; }

    public decimal? CpuLimit { get; }

    public PodDemand Demand { get; }

    public string QosClass { get; }

    public PodStage Stage { get; set; }

    public DateTimeOffset ScheduledAt { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset ReadinessChangedAt { get; set; }

    public int Restarts { get; set; }

    /// <summary>Exits or failed pulls since it last ran well; the back-off grows with them.</summary>
    public int Failures { get; set; }

    public int FailedProbes { get; set; }

    public ContainerExit? LastExit { get; set; }

    /// <summary>Why it waits or was ended, in the words of whoever did it.</summary>
    public string? Message { get; set; }

    public ContainerSettings Settings { get; set; } = ContainerSettings.None;

    public string? Node { get; set; }

    public string? Address { get; set; }

    public string? HostAddress { get; set; }

    /// <summary>Its node does not answer: nothing happens to it any more.</summary>
    public bool Lost { get; set; }

    /// <summary>The control plane has noticed that the node does not answer.</summary>
    public bool KnownLost { get; set; }

    /// <summary>What earlier containers of the pod left in its scratch space.</summary>
    public double ScratchLeft { get; set; }

    public PodLog Log { get; } = new();

    /// <summary>Only the newest plan of a pod counts; older ones find another number here.</summary>
    public int Plan { get; set; }

    public bool IsReady => Stage == PodStage.Ready && !KnownLost;

    /// <summary>Over for good, though its object may stay.</summary>
    public bool IsOver => Stage is PodStage.Evicted or PodStage.Failed;

    /// <summary>Its container runs: it serves traffic or is about to.</summary>
    public bool IsRunning => !Pod.Deleting && !Lost && Stage is PodStage.Starting or PodStage.Ready or PodStage.Unready;
}
