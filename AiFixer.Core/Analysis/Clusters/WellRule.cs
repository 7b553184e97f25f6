using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Nothing is wrong, or nothing is any more: an alert may be late.</summary>
internal static class WellRule
{
    /// <summary>Without these nobody can say that all is well.</summary>
    private static readonly string[] Seen = ["pods", "workload", "events", "nodes"];
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(4);

    /// <summary>Two warnings in that time are what any service writes.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(20);
    private const int FewWarnings = 2;

    public static Cause? In(ClusterFacts facts)
    {
        var standing = facts.Standing;
        if (standing.IsEmpty || standing.Exists(p => !p.IsWell) || facts.Controller is { IsComplete: false } || facts.Controller?.Stuck is not null || facts.Firing.Count > 0)
            return null;
        if (!Seen.All(facts.Sources.ContainsKey))
            return null;
        if (facts.Nodes.Exists(n => n.Ready != true || n.Pressures.Any()) || IsRestless(facts))
            return null;
        if (facts.Events.Exists(e => e.LastSeen > facts.Now - Settled && standing.Exists(p => p.Name == e.Name)))
            return null;
        var (healed, says) = Healed(facts);
        return Say.Cause(
            Categories.Healthy, 0.92, $"No failure: {says} All {standing.Count} pods of {facts.Workload} are Running and Ready, which is within normal bounds, and nothing that was seen speaks against it.", "none",
            [Say.That(facts, $"{standing.Count(p => p.IsWell)} of {standing.Count} pods are Running and Ready.", "pods", "workload"), .. healed])
            with
        { IsCertain = true };
    }

    private static bool IsRestless(ClusterFacts facts)
    {
        var told = facts.SinceOver.Logs.FindAll(l => l.IsTrouble && l.At >= facts.Since - TimeSpan.FromMinutes(30));
        return Unmade(facts) is { LastSeen: { } until } ? told.Exists(l => l.IsError && l.At > until) || told.Count(l => l.At > facts.Now - Long) > FewWarnings : told.Count > 0;
    }

    /// <summary>What could not be made for a while, and was made since: every copy that stands is younger than the last refusal, and none was lost.</summary>
    private static EventView? Unmade(ClusterFacts facts) =>
        facts.Events.Where(e => e.Reason is "FailedCreate" && e.LastSeen is not null).MaxBy(e => e.LastSeen) is { } refused
        && refused.LastSeen < facts.Now - Long && facts.Controller is { IsComplete: true } && facts.Standing.TrueForAll(p => p.CreatedAt > refused.LastSeen && p.Restarts == 0) ? refused : null;

    private static (IEnumerable<Incidents.CitedClaim> Claims, string Says) Healed(ClusterFacts facts)
    {
        var (left, leaving) = (facts.LeftOver, facts.Pods.FindAll(p => !facts.Standing.Contains(p) && !facts.LeftOver.Contains(p) && !p.IsDone));
        var over = facts.Events.FindAll(e => facts.Standing.Exists(p => p.Name == e.Name) || leaving.Exists(p => p.Name == e.Name) || left.Exists(p => p.Name == e.Name));
        var told = facts.Logs.Where(l => Changes.Text.Has(l.Text, "rollout completed|restored|circuit closed|no longer under|scaled|scale-up|resolved|recovered|assigned|successfully|startup complete|autoscaler")).Take(4).ToList();
        var claims = over.Take(2).Select(e => Say.Event(facts, e)).Concat(told.Select(l => new Incidents.CitedClaim($"A log says {Say.Words(l.Text)}.", [l.Evidence])));
        if (!left.IsEmpty)
            return (claims, $"{left[0].Name} was {(left[0].Reason is "Evicted" ? "evicted" : "ended")} a while ago{(left[0].Message is { Length: > 0 } why ? $" ({Say.Words(why)}{Pressure(facts)})" : "")}; {(facts.Pod == left[0].Name ? "what the alert sees is the object that it left behind" : "only the object is left")}, and its replacement runs.");
        if (Unmade(facts) is { } refused)
            return ([Say.Event(facts, refused), .. claims], $"pods could not be made until {Signals.MetricSignals.Clock(refused.LastSeen!.Value)} ({Say.Words(refused.Message)}), and have been since: every pod of the rollout is younger than that, and it is complete.");
        if (facts.Over is { } at)
            return (claims, $"what the alert speaks of is over: {facts.Workload} recovered at {Signals.MetricSignals.Clock(at)} by its own word, and has been quiet since.{Lately(facts, at)}");
        if (!leaving.IsEmpty)
            return (claims, $"{leaving[0].Name} belongs to an old ReplicaSet that a completed rollout takes away, and its end is part of that.");
        if (over.Count > 0)
            return (claims, $"what the alert speaks of ({over[0].Reason} of {over[0].Name}: {Say.Words(over[0].Message)}) is over{(told.Exists(l => Changes.Text.Has(l.Text, "autoscaler")) ? ", since the cluster autoscaler added a node" : "")}; the pod runs.");
        return (claims, "nothing unusual is seen, everything is normal.");
    }

    /// <summary>What the machines were short of, by their own events.</summary>
    private static string Pressure(ClusterFacts facts) =>
        facts.Events.Find(e => e.Kind == "Node" && e.Reason.Contains("Pressure", StringComparison.Ordinal)) is { } pressure ? $"; {pressure.Reason}" : "";

    private static string Lately(ClusterFacts facts, DateTimeOffset over) =>
        facts.Logs.FindLast(l => l.IsTrouble && l.At <= over) is { } trouble ? $" Until then: {Say.Words(trouble.Text)}." : "";
}
