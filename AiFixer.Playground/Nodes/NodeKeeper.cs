using AiFixer.Playground.Controllers;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Nodes;

/// <summary>Nodes that stop answering and come back, and their heartbeats.</summary>
internal sealed class NodeKeeper(ObjectStore store, WorldClock clock, Agenda agenda, EventRecorder events, NodeRegistry nodes, PodKeeper pods, NodeTimings timings)
{
    private static readonly string[] All = [NodeConditions.Memory, NodeConditions.Disk, NodeConditions.Processes, NodeConditions.Ready];

    public void Fail(StoredObject node)
    {
        var run = nodes.Of(node.Name);
        if (run.Down)
            return;
        run.Down = true;
        var absence = ++run.Absence;
        pods.Lose(node.Name);
        agenda.At(clock.Now + timings.Grace, () =>
        {
            if (run.Down && run.Absence == absence && !node.Removed)
                Miss(node);
        });
    }

    public void Recover(StoredObject node)
    {
        var run = nodes.Of(node.Name);
        if (!run.Down)
            return;
        run.Down = false;
        NodeConditions.Set(node, NodeConditions.Memory, "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available", clock.Now);
        NodeConditions.Set(node, NodeConditions.Disk, "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure", clock.Now);
        NodeConditions.Set(node, NodeConditions.Processes, "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available", clock.Now);
        NodeConditions.Beat(node, clock.Now);
        if (NodeConditions.Set(node, NodeConditions.Ready, "True", "KubeletReady", "kubelet is posting ready status", clock.Now))
            events.OfNode(node, "Normal", "NodeReady", $"Node {node.Name} status is now: NodeReady");
        store.Touch(node);
        pods.Find(node.Name);
    }

    private void Miss(StoredObject node)
    {
        foreach (var type in All)
            NodeConditions.Set(node, type, "Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status.", clock.Now);
        events.Normal(node, "node-controller", "NodeNotReady", $"Node {node.Name} status is now: NodeNotReady");
        store.Touch(node);
        foreach (var run in pods.NoticeLoss(node.Name))
            events.Warning(run.Pod, "node-controller", "NodeNotReady", "Node is not ready");
    }
}
