using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Copies that run and are not ready, for the database behind them has given out all its connections.</summary>
internal static class FullDatabase
{
    private const string Refusal = @"remaining connection slots|too many clients|too many connections|max_connections.{0,40}(reached|exceed)|(reached|exceed)\w*.{0,40}max_connections|connection limit exceeded|ORA-00020|ORA-12519";

    public static Cause? In(ClusterFacts facts)
    {
        var said = facts.OwnTrouble.Concat(facts.LastWords).Where(l => Changes.Text.Has(l.Text, Refusal)).OrderBy(l => l.At).ToList();
        var waiting = facts.Standing.FindAll(p => p.Phase == "Running" && !p.Ready);
        if (said.Count == 0 || waiting.IsEmpty)
            return null;
        var other = facts.Logs.Find(l => l.Service != facts.Workload && l.Service != facts.Subject && l.IsTrouble && Changes.Text.Has(l.Text, Refusal));
        var grew = facts.Events.Where(e => e.Reason == "SuccessfulRescale" && Changes.Text.Has(e.Message, "above target") || Changes.Text.Has(e.Message, "^Scaled up")).OrderBy(e => e.LastSeen).LastOrDefault();
        return Say.Cause(
            Categories.ResourceExhaustion, 0.9,
            $"The database behind {facts.Workload} has no connection left (max_connections): {Say.Words(said[0].Text)}. {waiting.Count} of {facts.Standing.Count} pods run and are not ready."
            + (grew is null ? "" : $" Pods were added: {Say.Words(grew.Message)}.")
            + (facts.Events.Exists(e => e.Reason == "Unhealthy") ? " What the readiness probe reports follows from it." : ""),
            "scale",
            [
                new($"A log says {Say.Words(said[0].Text)}.", [said[0].Evidence]),
                .. other is null ? Array.Empty<Incidents.CitedClaim>() : [new($"A log of {other.Service} says {Say.Words(other.Text)}.", [other.Evidence])],
                .. grew is null ? Array.Empty<Incidents.CitedClaim>() : [Say.Event(facts, grew)],
                Say.That(facts, $"{waiting.Count} pods are not Ready.", "pods"),
            ]);
    }
}
