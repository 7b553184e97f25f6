using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Kubelet;

/// <summary>Finds the node with the most room among those that take the pod; knows selectors, taints and requests, but no affinity.</summary>
internal sealed class Scheduler(ObjectStore store, NodeRegistry registry)
{
    private const string Unschedulable = "node(s) were unschedulable";
    private const string Unmatched = "node(s) didn't match Pod's node affinity/selector";

    /// <summary>The node, or the scheduler's message about why there is none.</summary>
    public (StoredObject? Node, string? Refusal) Choose(PodRun run)
    {
        var nodes = store.List(Resources.Nodes).ToList();
        if (nodes.Count == 0)
            return (null, "no nodes available to schedule pods");
        var reasons = new List<string>();
        var hopeless = 0;
        StoredObject? best = null;
        foreach (var node in nodes)
        {
            if (Standing(node, run) is { } standing)
            {
                reasons.Add(standing);
                hopeless++;
            }
            else if (Shortages(node, run) is { Count: > 0 } shortages)
            {
                reasons.AddRange(shortages);
            }
            else if (best is null || Score(node, run) > Score(best, run))
            {
                best = node;
            }
        }

        return best is null ? (null, Refusal(nodes.Count, reasons, hopeless)) : (best, null);
    }

    private static string? Standing(StoredObject node, PodRun run)
    {
        if (node.Spec.Bool("unschedulable") == true)
            return Unschedulable;
        if (Taints.Repelling(node, run.Pod.Spec) is { } taint)
            return $"node(s) had untolerated taint {{{taint.Str("key")}: {taint.Str("value")}}}";
        var selector = run.Pod.Spec.Obj("nodeSelector") ?? [];
        return selector.Any(pair => node.Labels.Str(pair.Key) != pair.Value.AsText()) ? Unmatched : null;
    }

    private List<string> Shortages(StoredObject node, PodRun run)
    {
        var shortages = new List<string>();
        var (room, after) = (registry.Allocatable(node), registry.Taken(node.Name).With(run.Demand, 1));
        if (after.Pods > room.Pods)
            shortages.Add("Too many pods");
        if (run.Demand.Cpu > 0 && after.Cpu > room.Cpu)
            shortages.Add("Insufficient cpu");
        if (run.Demand.Memory > 0 && after.Memory > room.Memory)
            shortages.Add("Insufficient memory");
        if (run.Demand.Storage > 0 && after.Storage > room.Storage)
            shortages.Add("Insufficient ephemeral-storage");
        return shortages;
    }

    private decimal Score(StoredObject node, PodRun run)
    {
        var (room, after) = (registry.Allocatable(node), registry.Taken(node.Name).With(run.Demand, 1));
        decimal Free(decimal all, decimal used) => all == 0 ? 0 : (all - used) / all;
        return Free(room.Cpu, after.Cpu) + Free(room.Memory, after.Memory) + Free(room.Pods, after.Pods);
    }

    private static string Refusal(int nodes, List<string> reasons, int hopeless)
    {
        var counted = reasons.CountBy(reason => reason).Select(pair => $"{pair.Value} {pair.Key}").Order(StringComparer.Ordinal);
        var preemption = new List<string>();
        if (hopeless < nodes)
            preemption.Add($"{nodes - hopeless} No preemption victims found for incoming pod");
        if (hopeless > 0)
            preemption.Add($"{hopeless} Preemption is not helpful for scheduling");
        preemption.Sort(StringComparer.Ordinal);
        return $"0/{nodes} nodes are available: {string.Join(", ", counted)}. preemption: 0/{nodes} nodes are available: {string.Join(", ", preemption)}.";
    }
}
