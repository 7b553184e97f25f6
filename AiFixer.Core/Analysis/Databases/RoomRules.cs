using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>A database that has run out of something: storage, sessions, memory, transaction ids.</summary>
internal static class RoomRules
{
    private const double Gibibyte = 1 << 30;
    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    public static IEnumerable<Cause?> In(DatabaseFacts facts) => [Storage(facts), Filling(facts), Sessions(facts), Memory(facts), KilledForMemory.In(facts), TransactionIds(facts), SpentNumbers.In(facts)];

    private static Cause? Storage(DatabaseFacts facts)
    {
        var said = facts.Recent("out of (storage|disk|space)|storage[- ]full|critically low|insufficient storage|no space left|incompatible-restore|storage.*(exhaust|0 (bytes|gb))").ToList();
        var free = Level.Of(facts.Metrics(Names.FreeStorage));
        var empty = free is not null && (free.Last < 0.03 * Math.Max(free.First, free.Most) || (free.Last < 2 * Gibibyte && free.Last < 0.5 * free.First));
        if (said.Count == 0 && !empty)
            return null;
        var writes = Level.Of(facts.Metrics(Names.WriteRate));
        var latency = Level.Of(facts.Metrics(Names.WriteLatency));
        return new(
            Categories.ResourceExhaustion, said.Count > 0 && (empty || writes is { Grew: < 0.2 }) ? 0.97 : 0.93,
            $"{facts.Instance} has run out of storage space (disk full): {(said.Count > 0 ? Say.Words(said[^1].Message) : free!.Says)}. Writes stall{(writes is { Grew: < 0.5 } ? $" ({writes.Says})" : "")}{(latency is { Grew: > 3 } ? $", and {latency.Says}" : "")}{(free is null ? "; the free storage metric itself is missing" : "")}.",
            "scale", [.. Show.Events(facts, said), .. Show.Levels(free, writes, latency), .. Show.Statements(facts, facts.Statements.Where(s => s.Writes)), Show.Waited(facts)])
        { IsCertain = true };
    }

    /// <summary>It is not full yet, and soon will be.</summary>
    private static Cause? Filling(DatabaseFacts facts)
    {
        var filling = facts.Metrics(Names.FreeStorage).Select(m => (Metric: m, Left: Trend.TimeToZero(m.Series))).Where(f => f.Left < Soon).OrderBy(f => f.Left).FirstOrDefault();
        if (filling.Metric is null)
            return null;
        var slots = facts.Scene.Metrics.Where(m => Changes.Text.Has(m.Name, "slot.*lag|slot_?(lag|retained|wal)|retained_?wal|oldest_?replication_?slot")).Select(m => Level.Of([m])).OfType<Level>().Where(l => l.Grew >= 1.5).ToList();
        var said = facts.Recent("storage|disk|slot|wal").ToList();
        var level = Level.Of([filling.Metric])!;
        return new(
            Categories.ResourceExhaustion, 0.92,
            $"{facts.Instance} runs out of storage: {level.Says}, and at this pace is full in {Math.Max(1, Math.Round(filling.Left!.Value.TotalMinutes))} minutes.{(slots.Count > 0 ? $" A replication slot that nobody reads holds back its log (WAL): {slots[0].Says}." : "")}",
            "scale", [.. Show.Levels([level, .. slots.Take(2)]), .. Show.Events(facts, said)])
        { IsCertain = true };
    }

    private static Cause? Sessions(DatabaseFacts facts)
    {
        var said = facts.Recent("too many (clients|connections)|remaining connection slots|max_connections|connection (limit|exhaust)").ToList();
        var sessions = Level.Of(facts.Metrics(Names.Connections));
        var idle = facts.Waits.Count > 0 && facts.Waits[0].Name.Contains("ClientRead", StringComparison.OrdinalIgnoreCase)
            || facts.Statements.Exists(s => s.Share > 0.4 && Changes.Text.Has(s.Text, @"^\s*begin\b|idle in transaction"));
        if (said.Count == 0 && sessions is not { Grew: >= 2.5 })
            return null;
        var cpu = Level.Of(facts.Metrics(Names.Cpu));
        return new(
            Categories.ResourceExhaustion, said.Count > 0 ? 0.94 : idle ? 0.75 : 0.62,
            $"Connection exhaustion on {facts.Instance}: client sessions use up nearly all of max_connections{(sessions is null ? "" : $" ({sessions.Says})")}. {(idle ? "Most sessions are idle, waiting for their client (Client:ClientRead, leaked or idle in transaction), so they hold connections without working." : "More sessions are opened than closed.")}{(cpu is { Last: < 75 } ? $" The processor is not the bottleneck ({cpu.Says}); it only follows the sessions." : "")}",
            "restart", [.. Show.Events(facts, said), .. Show.Levels(sessions, cpu), .. Show.Statements(facts, facts.Statements.Take(2)), Show.Waited(facts)])
        { IsCertain = said.Count > 0 };
    }

    private static Cause? Memory(DatabaseFacts facts)
    {
        var free = Level.Of(facts.Metrics(Names.FreeMemory));
        var swap = Level.Of(facts.Metrics(Names.Swap));
        var said = facts.Recent("out of memory|oom|memory (pressure|is low|exhaust)").ToList();
        if (said.Count == 0 && !(free is { Grew: < 0.15 } && swap is { Grew: > 2 }))
            return null;
        return new(
            Categories.ResourceExhaustion, said.Count > 0 ? 0.9 : 0.7, $"{facts.Instance} is short of memory: {(said.Count > 0 ? Say.Words(said[^1].Message) : $"{free!.Says}, {swap!.Says}")}.", "scale",
            [.. Show.Events(facts, said), .. Show.Levels(free, swap), .. Show.Statements(facts, facts.Statements.Take(2))]);
    }

    private static Cause? TransactionIds(DatabaseFacts facts)
    {
        var age = Level.Of(facts.Metrics(Names.OldestTransaction));
        var said = facts.Recent("wraparound|must be vacuumed within").ToList();
        return said.Count == 0 && age is not { Last: > 1.5e9 } ? null : new(
            Categories.ResourceExhaustion, 0.9, $"{facts.Instance} runs out of transaction ids (wraparound): {(said.Count > 0 ? Say.Words(said[^1].Message) : age!.Says)}. Autovacuum does not keep up.", "none",
            [.. Show.Events(facts, said), .. Show.Levels(age)])
        { IsCertain = true };
    }
}
