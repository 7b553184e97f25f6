using AiFixer.Core.Analysis.Causes;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>A machine answers, and a device in it (a graphics processor, a disk, a network card) does not any more.</summary>
internal static class LostDevice
{
    /// <summary>What says that the device itself is gone or broken. Most numbers of the drivers' own errors tell only of programs that misuse it.</summary>
    private const string Broken =
        @"fallen off the bus|\b(gpu|device|disk|drive|nvme\w*|nic|accelerator)s?\b.{0,40}\b(is |was |are |has been )?(lost|unhealthy|removed|offline|dead|failed|not responding)\b|no healthy devices|unhealthy devices?"
        + @"|uncorrect(able|ed) .{0,30}(ecc|error)|double[- ]bit|row remapp\w+ fail|controller (is )?(down|dead|fatal)|medium error|\bxid\b.{0,40}[ :(](48|62|63|64|74|79|92|94|95|119|120)\b|smart .{0,20}(health|self-test|attribute|status).{0,20}fail|pcie? .{0,30}(link down|fatal|surprise)";

    public static Cause? In(ClusterFacts facts)
    {
        var shaken = facts.Standing.FindAll(p => !p.IsWell);
        foreach (var node in facts.Nodes.Where(n => n.Ready == true))
        {
            var hit = facts.Pods.FindAll(p => p.Node == node.Name && !p.IsWell && !p.IsDone && !p.Terminating);
            var said = facts.Events.Where(e => Changes.Text.Has(e.Message, Broken) && (e.Name == node.Name || hit.Exists(p => p.Name == e.Name)) && e.LastSeen >= facts.Since - Lead).OrderBy(e => e.LastSeen).ToList();
            var condition = node.Conditions.Find(c => c is { IsTrue: true } && Changes.Text.Has($"{c.Type} {c.Message}", Broken));
            if (shaken.IsEmpty || hit.IsEmpty || (said.Count == 0 && condition is null && node.Lacking.IsEmpty))
                continue;
            // Where every machine lacks it, it is what offers it that is broken, and no device.
            if (node.Lacking.Exists(d => !facts.Nodes.Exists(n => n != node && n.Devices.Contains(d))) && facts.Nodes.Count > 1 && said.All(e => e.Kind != "Node"))
                continue;
            return Of(facts, node, hit, said, condition);
        }

        return null;
    }

    private static readonly TimeSpan Lead = TimeSpan.FromHours(2);

    private static Cause? Of(ClusterFacts facts, NodeView node, IReadOnlyList<PodView> hit, List<EventView> said, ConditionView? condition)
    {
        var own = facts.OwnTrouble.Concat(facts.LastWords).Where(l => Changes.Text.Has(l.Text, Broken)).Take(2).ToList();
        var named = said.Find(e => e.Kind == "Node")?.Message ?? condition?.Message ?? said.FirstOrDefault()?.Message ?? own.FirstOrDefault()?.Text;
        if (named is null)
            return null;
        var elsewhere = facts.Pods.Count(p => p.IsWell && p.Node != node.Name);
        var kinds = (said.Exists(e => e.Kind == "Node") || condition is not null ? 1 : 0) + (node.Lacking.IsEmpty ? 0 : 1) + (own.Count > 0 || said.Exists(e => e.Kind != "Node") ? 1 : 0);
        var device = node.Lacking.IsEmpty ? "a device" : node.Lacking[0].Split('/')[^1].ToUpperInvariant();
        return Say.Cause(
            Categories.Infrastructure, kinds > 1 ? 0.95 : 0.8,
            $"Node {node.Name} has lost {device} (hardware): {Say.Words(named)}. {Say.Pods(hit)} failed with it, and what is placed there anew is refused or waits for room."
            + (node.Lacking.IsEmpty ? "" : $" The node offers fewer of {string.Join(", ", node.Lacking)} than it has, though it is Ready.")
            + (elsewhere > 0 ? $" {elsewhere} pods of the same workload run on other nodes, so neither the version nor the load is to blame." : ""),
            "failover",
            [
                .. said.OrderBy(e => e.Kind != "Node").Take(3).Select(e => Say.Event(facts, e)), .. own.Select(l => new Incidents.CitedClaim($"A log says {Say.Words(l.Text)}.", [l.Evidence])),
                Say.That(facts, node.Lacking.IsEmpty ? $"Node {node.Name} is Ready." : $"Node {node.Name} is Ready and offers fewer of {node.Lacking[0]} than it has.", "nodes"),
            ])
            with
        { IsCertain = kinds > 1 && elsewhere > 0 };
    }
}
