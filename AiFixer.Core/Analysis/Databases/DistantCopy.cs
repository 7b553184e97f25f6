using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>Each write waits for a copy elsewhere, and the way to it or that copy itself is slow: neither load nor disks are to blame.</summary>
internal static class DistantCopy
{
    private const string Partner = @"\bsynchronous(ly)?\b|\bsync (replica|standby|commit)|semi-?sync|\bmirror|secondary (replica|copy)|multi-?az";
    private const string Impaired = @"impair|unreachable|round trip|latency|not respond|no response|degraded|disconnect|lost|timed? ?out|unavailable|unhealthy|isolated";
    private const string Waiting = @"SyncRep|HADR_SYNC_COMMIT|semi-?sync";

    /// <summary>The log is not down before the copy has it, where the copy is one of disks.</summary>
    private const string Flushing = @"WAL_?(Sync|Write)|log_?sync|redo_?log_?flush";
    private const double Slower = 4;

    public static Cause? In(DatabaseFacts facts)
    {
        var said = facts.Recent(Partner).Where(e => Changes.Text.Has(e.Message, Impaired) && !Changes.Text.Has(e.Message, @"\basync|failover|promot")).ToList();
        var all = facts.Waits.Sum(w => w.Load);
        bool Wait(string names) => all > 0 && facts.Waits.Where(w => Changes.Text.Has(w.Name, names)).Sum(w => w.Load) / all > 0.4;
        var waits = Wait(Waiting);
        var slow = Level.Of(facts.Metrics(Names.WriteLatency));
        var (writes, reads) = (Level.Of(facts.Metrics(Names.WriteRate)), Level.Of(facts.Metrics(Names.ReadLatency)));
        if ((said.Count == 0 && !waits) || slow is not { Grew: > Slower } || writes is { Grew: > 1.3 } || reads is { Grew: > 2 })
            return null;
        var (sessions, cpu) = (Level.Of(facts.Metrics(Names.Connections)), Level.Of(facts.Metrics(Names.Cpu)));
        return new(
            Categories.Infrastructure, said.Count > 0 ? 0.96 : 0.8,
            $"Every write of {facts.Instance} waits for its synchronous copy, the standby, {(said.Count > 0 ? $"which is impaired since {Signals.MetricSignals.Clock(said[0].At)}: {Say.Words(said[0].Message)}" : $"as its sessions say: {Show.Waits(facts.Waits)}")}. {slow.Says}"
            + (writes is null ? "" : $", though no more is written ({writes.Says})") + (reads is null ? "" : $"; reads, which wait for no copy, are as fast as before ({reads.Says})") + "."
            + (sessions is { Grew: > 1.5 } ? $" The many connections ({sessions.Says}) are sessions that wait to commit, a consequence." : ""),
            "none", [.. Show.Events(facts, said), .. Show.Levels(slow, writes, reads, sessions, cpu), .. Show.Statements(facts, facts.Statements.Where(s => s.Writes).Take(2)), Show.Waited(facts)])
        { IsCertain = said.Count > 0 && (waits || Wait(Flushing)) && writes is not null && reads is not null };
    }
}
