using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Nodes;

/// <summary>An amount of what pods ask a node for.</summary>
internal sealed record NodeRoom(decimal Cpu, decimal Memory, decimal Storage, int Pods)
{
    public static readonly NodeRoom Nothing = new(0, 0, 0, 0);

    public NodeRoom With(PodDemand demand, int times) =>
        new(Cpu + (times * demand.Cpu), Memory + (times * demand.Memory), Storage + (times * demand.Storage), Pods + times);
}
