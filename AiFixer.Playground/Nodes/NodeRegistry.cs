using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Nodes;

/// <summary>The machines, and what the requests of their pods leave free.</summary>
internal sealed class NodeRegistry(PodRegistry pods)
{
    private readonly Dictionary<string, NodeRun> runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Version, NodeRoom Room)> allocatable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeRoom> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Node, PodDemand Demand)> holders = new(StringComparer.Ordinal);

    public NodeRun Of(string node)
    {
        if (!runs.TryGetValue(node, out var run))
            runs[node] = run = new();
        return run;
    }

    public void Forget(string node) => runs.Remove(node);

    public static double DiskCapacity(StoredObject node) => (double)(Quantity.Of(node.Status.Obj("capacity")?["ephemeral-storage"]) ?? 0);

    public static double MemoryCapacity(StoredObject node) => (double)(Quantity.Of(node.Status.Obj("capacity")?["memory"]) ?? 0);

    public NodeRoom Taken(string node) => taken.GetValueOrDefault(node, NodeRoom.Nothing);

    public static string? Address(StoredObject? node) =>
        (node?.Status.Arr("addresses") ?? []).FirstOrDefault(address => address.Str("type") == "InternalIP").Str("address");

    public NodeRoom Allocatable(StoredObject node)
    {
        if (allocatable.TryGetValue(node.Uid, out var known) && known.Version == node.Version)
            return known.Room;
        var room = node.Status.Obj("allocatable");
        var read = new NodeRoom(
            Quantity.Of(room?["cpu"]) ?? 0, Quantity.Of(room?["memory"]) ?? 0, Quantity.Of(room?["ephemeral-storage"]) ?? 0, (int)(Quantity.Of(room?["pods"]) ?? 0));
        allocatable[node.Uid] = (node.Version, read);
        return read;
    }

    /// <summary>The pod takes its place on the node.</summary>
    public void Take(PodRun run, string node)
    {
        pods.Bind(run, node);
        holders[run.Pod.Uid] = (node, run.Demand);
        taken[node] = Taken(node).With(run.Demand, 1);
    }

    /// <summary>Gives the pod's place back; a second time changes nothing.</summary>
    public void Release(PodRun run)
    {
        if (holders.Remove(run.Pod.Uid, out var held))
            taken[held.Node] = Taken(held.Node).With(held.Demand, -1);
    }
}
