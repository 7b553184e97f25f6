using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>A database that has too much to do: replicas that lag, vacuum storms, expensive queries, locks, disks.</summary>
internal static class LoadRules
{
    private const double LongLag = 60;

    public static IEnumerable<Cause?> In(DatabaseFacts facts) => [SeveredReplica.In(facts) ?? Lag(facts), Vacuum(facts), Cpu(facts), Locks(facts), Disk(facts)];

    private static Cause? Lag(DatabaseFacts facts)
    {
        var meant = DelayedReplica.In(facts).Select(d => d.Replica).ToHashSet(StringComparer.Ordinal);
        var said = facts.Recent("replication lag|replica.*(behind|lag)|lag .*exceeded").Where(e => !meant.Contains(e.Source)).ToList();
        var lag = Level.Of(facts.Metrics(Names.Lag, replicas: true).Where(m => !meant.Contains(m.Owner)));
        if (said.Count == 0 && lag is not { Last: > LongLag, Grew: > 2 })
            return null;
        var wal = Level.Of(facts.Metrics(Names.Wal));
        var writer = facts.Statements.Find(s => s.Writes);
        var reader = facts.Statements.Find(s => s != writer && s.Share > 0.1 && !s.Writes);
        var cpu = Level.Of(facts.Metrics(Names.Cpu));
        var busy = writer is { } w ? $"a write-heavy statement ({(Changes.Text.Has(w.Text, @"^\W*insert|copy") ? "a bulk INSERT such as an ETL job" : "a batch UPDATE job")}), {Say.Words(w.Text)}," : "heavy writing on the primary";
        return new(
            Categories.ResourceExhaustion, 0.95,
            $"Replication lag on the replica of {facts.Instance}: {busy} generates WAL faster than the replica can replay it{(wal is { Grew: > 2 } ? $" ({wal.Says})" : "")}. {(lag is null ? "The replica lag metric itself is not published; events and WAL show it. " : "")}"
            + (cpu is { Last: > 60 } && reader is not null ? $"The processor load ({cpu.Says}) comes from another query, the SELECT {Say.Words(reader.Text)}, and has nothing to do with the lag. " : "")
            + Old(facts),
            "scale", [.. Show.Events(facts, said), .. Show.Levels(lag, wal, Level.Of(facts.Metrics(Names.WriteRate)), cpu), .. Show.Statements(facts, facts.Statements), Show.Waited(facts)])
        { IsCertain = true };
    }

    private static Cause? Vacuum(DatabaseFacts facts)
    {
        // That one table was vacuumed is what is told when all is well.
        var said = facts.Recent("checkpoints? .*(frequent|storm|starting: wal)|vacuum|max_wal_size").Where(e => !Changes.Text.Has(e.Message, "automatic (vacuum|analyze) of table")).ToList();
        var vacuum = facts.Statements.Find(s => s.IsVacuum && s.Share > 0.3);
        if ((vacuum is null && said.Count < 2) || (Calmed.In(facts) is { } calmed && !said.Exists(e => e.At > calmed.To)))
            return null;
        var (cpu, queue, latency) = (Level.Of(facts.Metrics(Names.Cpu)), Level.Of(facts.Metrics(Names.QueueDepth)), Level.Of(facts.Metrics(Names.WriteLatency)));
        return new(
            Categories.ResourceExhaustion, vacuum is not null && said.Count > 0 ? 0.96 : 0.8,
            $"{(vacuum is null ? "Checkpoints" : $"A runaway vacuum, {Say.Words(vacuum.Text)},")} saturates the I/O of {facts.Instance}: it forces checkpoint after checkpoint (a checkpoint storm) and floods WAL, and sessions wait for {Show.Waits(facts.Waits)}. {(cpu is { Last: > 60 } ? $"The high processor use ({cpu.Says}) is a symptom of that, not its cause." : "")}",
            "none", [.. Show.Events(facts, said), .. Show.Levels(queue, latency, cpu, Level.Of(facts.Metrics(Names.Wal))), .. Show.Statements(facts, facts.Statements), Show.Waited(facts)])
        { IsCertain = vacuum is not null };
    }

    private static Cause? Cpu(DatabaseFacts facts)
    {
        var cpu = Level.Of(facts.Metrics(Names.Cpu));
        if (cpu is not { Last: > 75 } && cpu is not { Last: > 50, Grew: > 2.5 })
            return null;
        var (top, scans) = (facts.Statements.FirstOrDefault(), Scanning(facts) is not null);
        return new(
            Categories.ResourceExhaustion, cpu.Last > 75 ? 0.88 : 0.65,
            $"The CPU of {facts.Instance} is saturated: {cpu.Says}. {(top is null ? "" : $"One query keeps {Signals.MetricSignals.Number(top.Load)} sessions busy on average: {Say.Words(top.Text)}, waiting for {Show.Waits(top.Waits)}. {(scans ? "It reads whole tables (a sequential scan), as a query without a selective index does." : "")}")}",
            "scale", [.. Show.Levels(cpu, Level.Of(facts.Metrics(Names.ReadRate)), Level.Of(facts.Metrics(Names.Connections))), .. Show.Statements(facts, facts.Statements), Show.Waited(facts)])
        { IsCertain = top is { Share: > 0.5 } };
    }

    /// <summary>The busiest statement, where it reads far more than it would with an index.</summary>
    public static StatementFact? Scanning(DatabaseFacts facts) =>
        facts.Statements.FirstOrDefault() is { } top && Changes.Text.Has(top.Text, @"^\W*select") && Level.Of(facts.Metrics(Names.ReadRate)) is { Last: > 5000 } ? top : null;

    private static Cause? Locks(DatabaseFacts facts)
    {
        var all = facts.Waits.Sum(w => w.Load);
        var locked = facts.Waits.Where(w => w.Name.StartsWith("Lock:", StringComparison.OrdinalIgnoreCase)).Sum(w => w.Load);
        var said = facts.Recent("deadlock|lock timeout|blocked").ToList();
        if (all <= 0 || (locked / all < 0.4 && said.Count == 0))
            return null;
        var holder = facts.Statements.FirstOrDefault();
        return new(
            Categories.ResourceExhaustion, 0.7, $"Sessions of {facts.Instance} wait for locks of each other ({Show.Waits(facts.Waits)}){(holder is null ? "" : $", most of them in {Say.Words(holder.Text)}")}.", "restart",
            [.. Show.Events(facts, said), .. Show.Statements(facts, facts.Statements), Show.Waited(facts)]);
    }

    private static Cause? Disk(DatabaseFacts facts)
    {
        var (queue, latency, burst) = (Level.Of(facts.Metrics(Names.QueueDepth)), Level.Of(facts.Metrics("read_?latency|write_?latency")), Level.Of(facts.Metrics(Names.Burst)));
        var empty = burst is { Last: < 10, Grew: < 0.5 };
        if (!(queue is { Last: > 5, Grew: > 5 } && latency is { Grew: > 3 }) && !empty)
            return null;
        return new(
            Categories.ResourceExhaustion, empty ? 0.85 : 0.75, $"The disks of {facts.Instance} are saturated{(empty ? " (its burst balance of IOPS is used up)" : "")}: {(queue ?? burst)!.Says}{(latency is null ? "" : $", {latency.Says}")}.", "scale",
            [.. Show.Levels(queue, latency, burst, Level.Of(facts.Metrics(Names.ReadRate)), Level.Of(facts.Metrics(Names.WriteRate))), .. Show.Statements(facts, facts.Statements.Take(2)), Show.Waited(facts)]);
    }

    /// <summary>What happened hours before and was over is named, so that nobody takes it for the cause.</summary>
    private static string Old(DatabaseFacts facts) =>
        facts.Events.Find(e => e.At < facts.Scene.Alert.StartsAt - TimeSpan.FromHours(1) && Changes.Text.Has(e.Message, "failover|maintenance|promot|reboot|upgrade")) is { } old
            ? $"Earlier events (such as {Say.Words(old.Message)} at {Signals.MetricSignals.Clock(old.At)}) had ended long before and are not the cause." : "";
}
