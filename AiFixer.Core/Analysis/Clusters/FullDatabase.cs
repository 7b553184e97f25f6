using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Copies that run and get no connection, for the database behind them has given out all it has.</summary>
internal static class FullDatabase
{
    private const string Refusal = "remaining connection slots|too many clients|too many connections|max_connections|connection limit exceeded|ORA-00020|ORA-12519";

    public static Cause? In(ClusterFacts facts)
    {
        var said = facts.Logs.Where(l => (l.Service == facts.Workload || l.Service == facts.Subject) && Changes.Text.Has(l.Text, Refusal)).OrderBy(l => l.At).ToList();
        var waiting = facts.Standing.FindAll(p => !p.IsWell);
        if (said.Count == 0 || waiting.IsEmpty)
            return null;
        var others = facts.Logs.FindAll(l => l.Service != facts.Workload && l.Service != facts.Subject && Changes.Text.Has(l.Text, Refusal));
        var grew = facts.Events.Where(e => Changes.Text.Has(e.Reason, "SuccessfulRescale|ScalingReplicaSet")).OrderBy(e => e.LastSeen).LastOrDefault();
        return Say.Cause(
            Categories.ResourceExhaustion, 0.9,
            $"The database behind {facts.Workload} has no connection left (max_connections): {Say.Words(said[0].Text)}. {waiting.Count} of {facts.Standing.Count} pods therefore never become ready; the others hold what there is in their pools.{(grew is null ? "" : $" There are more of them than before: {Say.Words(grew.Message)}.")} The readiness probe only tells it.",
            "scale",
            [
                new($"A log says {Say.Words(said[0].Text)}.", [said[0].Evidence]),
                .. others.Take(1).Select(l => new Incidents.CitedClaim($"A log of {l.Service} says {Say.Words(l.Text)}.", [l.Evidence])),
                .. grew is null ? Array.Empty<Incidents.CitedClaim>() : [Say.Event(facts, grew)],
                Say.That(facts, $"{waiting.Count} pods are not Ready.", "pods"),
            ]);
    }
}
