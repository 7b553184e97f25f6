using System.Globalization;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Nodes;

/// <summary>The kubelets' look at disk and memory: under pressure the pod that takes most beyond its request is evicted, one at a look.</summary>
internal sealed class PressureMonitor(
    ObjectStore store, WorldClock clock, Agenda agenda, EventRecorder events, NodeRegistry nodes, PodRegistry pods, PodKeeper keeper, Vitals vitals, NodeTimings timings)
{
    private const double DiskReserve = 0.10;
    private const double MemoryReserve = 100 << 20;
    private bool watching;

    /// <summary>From now on, until nothing can fill a node any more.</summary>
    public void Watch()
    {
        if (watching)
            return;
        watching = true;
        agenda.At(clock.Now + timings.PressureCheck, Check);
    }

    private void Check()
    {
        foreach (var node in store.List(Resources.Nodes).Where(node => !nodes.Of(node.Name).Down).ToList())
        {
            CheckLimits(node);
            CheckDisk(node);
            CheckMemory(node);
        }

        watching = IsNeeded();
        if (watching)
            agenda.At(clock.Now + timings.PressureCheck, Check);
    }

    private bool IsNeeded() => store.List(Resources.Nodes).Any(node =>
        nodes.Of(node.Name) is var run
        && (run.DiskFullAt is not null || run.MemoryFullAt is not null || run.HostBytes > NodeRun.UsualHostBytes
            || pods.OnNode(node.Name).Any(pod => vitals.Of(pod).DiskWriters.Count > 0 || vitals.Of(pod).MemoryNeed > Application.UsualMemory)));

    private void CheckLimits(StoredObject node)
    {
        foreach (var run in pods.OnNode(node.Name).Where(run => !run.IsOver && !run.Pod.Deleting).ToList())
        {
            var limit = PodResources.Limited(run.Pod.Spec, "ephemeral-storage");
            if (limit > 0 && vitals.Scratch(run) > (double)limit)
                keeper.Evict(run, $"Pod ephemeral local storage usage exceeds the total limit of containers {Quantity.Binary(limit)}. ");
        }
    }

    private void CheckDisk(StoredObject node)
    {
        var capacity = NodeRegistry.DiskCapacity(node);
        var free = capacity - nodes.Of(node.Name).HostBytes - pods.OnNode(node.Name).Sum(vitals.Scratch);
        var reserve = capacity * DiskReserve;
        var full = free < reserve;
        var run = nodes.Of(node.Name);
        run.DiskFullAt = full ? clock.Now : IsOver(run.DiskFullAt) ? null : run.DiskFullAt;
        Say(node, NodeConditions.Disk, run.DiskFullAt is not null, ("KubeletHasDiskPressure", "kubelet has disk pressure"), ("KubeletHasNoDiskPressure", "kubelet has no disk pressure"));
        if (full)
            Relieve(node, "ephemeral-storage", reserve, free, vitals.Scratch, pod => (double)pod.Demand.Storage);
    }

    private void CheckMemory(StoredObject node)
    {
        var free = NodeRegistry.MemoryCapacity(node) - pods.OnNode(node.Name).Sum(vitals.Memory);
        var full = free < MemoryReserve;
        var run = nodes.Of(node.Name);
        run.MemoryFullAt = full ? clock.Now : IsOver(run.MemoryFullAt) ? null : run.MemoryFullAt;
        Say(
            node, NodeConditions.Memory, run.MemoryFullAt is not null, ("KubeletHasInsufficientMemory", "kubelet has insufficient memory available"),
            ("KubeletHasSufficientMemory", "kubelet has sufficient memory available"));
        if (full)
            Relieve(node, "memory", MemoryReserve, free, vitals.Memory, pod => (double)pod.Demand.Memory);
    }

    private bool IsOver(DateTimeOffset? last) => last is { } since && clock.Now - since >= timings.PressureTransition;

    private void Say(StoredObject node, string type, bool pressed, (string Reason, string Message) yes, (string Reason, string Message) no)
    {
        var (reason, message) = pressed ? yes : no;
        if (!NodeConditions.Set(node, type, pressed ? "True" : "False", reason, message, clock.Now))
            return;
        NodeConditions.Beat(node, clock.Now);
        store.Touch(node);
        var word = reason.Replace("Kubelet", "Node", StringComparison.Ordinal);
        events.OfNode(node, "Normal", word, $"Node {node.Name} status is now: {word}");
    }

    private void Relieve(StoredObject node, string resource, double reserve, double free, Func<PodRun, double> use, Func<PodRun, double> request)
    {
        events.OfNode(node, "Warning", "EvictionThresholdMet", $"Attempting to reclaim {resource}");
        var victim = pods.OnNode(node.Name).Where(run => !run.IsOver && !run.Pod.Deleting && !run.Lost && use(run) > 0)
            .OrderByDescending(run => use(run) > request(run)).ThenByDescending(run => use(run) - request(run)).ThenBy(run => run.Pod.Name, StringComparer.Ordinal).FirstOrDefault();
        if (victim is null)
            return;
        var asked = request(victim) == 0 ? "0" : Quantity.Binary((decimal)request(victim));
        keeper.Evict(victim, string.Create(
            CultureInfo.InvariantCulture,
            $"The node was low on resource: {resource}. Threshold quantity: {(long)reserve}, available: {Quantity.Kibi(Math.Max(0, free))}. Container {victim.Container} was using {Quantity.Kibi(use(victim))}, request is {asked}, has larger consumption of {resource}. "));
    }
}
