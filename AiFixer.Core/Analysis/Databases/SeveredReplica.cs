using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>A replica falls behind because nothing reaches it any more, and not because too much does.</summary>
internal static class SeveredReplica
{
    private const string Cut =
        @"could not connect to the (primary|source|master)|(wal ?sender|wal ?receiver|replication|binlog dump).{0,60}time-?(d )?out|error (re)?connecting to (the )?(master|source|primary)"
        + @"|replication.{0,80}(stopped|interrupted|broken|disconnected|lost)|(connectivity|connection|link|network).{0,80}(disrupted|interrupted|impaired|lost|is down)";

    private const string Network = @"timed? ?out|time-?out|unreachable|no route|(can ?not|can't) be reached|connectivity|network|reset by peer|connection lost|link is down";

    /// <summary>It was reached and turned away, or has something else wrong.</summary>
    private const string Otherwise =
        @"password|authenticat|pg_hba|certificate|permission|privilege|already been removed|purged|conflict|duplicate|disk full|no space|storage|too many connections|slots are reserved|refused|corrupt|apply|applier|shut(ting)? ?down|starting up";

    /// <summary>Seconds.</summary>
    private const double Late = 30;

    private const string Mended = @"resumed|reconnected|re-?established|started streaming|caught up|restored|connected to (the )?(primary|source|master) ";

    public static Cause? In(DatabaseFacts facts)
    {
        var said = facts.Recent(Cut).ToList();
        if (said.Count == 0 || !said.Exists(e => Changes.Text.Has(e.Message, Network)) || said.Exists(e => Changes.Text.Has(e.Message, Otherwise)) || facts.Recent(Mended).Any(e => e.At > said[^1].At))
            return null;
        var lags = facts.Metrics(Names.Lag, replicas: true).Select(m => Level.Of([m])).OfType<Level>().OrderByDescending(l => l.Last).ToList();
        if (lags.FirstOrDefault() is not { Grew: > 2, Last: > Late, Metric.Owner: var replica } lag || said[0].At > Began(lag) + TimeSpan.FromMinutes(10))
            return null;
        var (received, written) = (Level.Of(facts.MetricsOf(replica, Names.Received)), replica == facts.Instance ? null : Level.Of(facts.MetricsOf(replica, Names.WriteRate)));
        // Nobody says what reaches it: where much more is written than before, that is what it cannot follow.
        if ((received ?? written) is { Grew: > 0.3 } || (received ?? written) is null && Level.Of(facts.Metrics(Names.Wal)) is { Grew: > 2 })
            return null;
        var others = lags.Skip(1).Where(l => l.Last < 0.05 * lag.Last).ToList();
        return new(
            Categories.Infrastructure, 0.96,
            $"Replica {replica} of {facts.Instance} is cut off and cannot connect to its source since {Signals.MetricSignals.Clock(said[0].At)}: {Say.Words((said.Find(e => Changes.Text.Has(e.Message, "region|connectivity|network")) ?? said[0]).Message)}."
            + (received is not null || written is not null ? $" Nothing reaches it ({(received ?? written)!.Says}), so it does not replay too slowly: there is nothing to replay." : "")
            + (others.Count > 0 ? $" {others[0].Metric.Owner} follows the same source without delay ({others[0].Says}), so what is written there is not too much." : "")
            + " The log (WAL) that the source keeps for it is a consequence.",
            "none",
            [.. Show.Events(facts, said), .. Show.Levels([lag, received, written, Level.Of(facts.MetricsOf(replica, Names.Cpu)), .. others.Take(1), Level.Of(facts.Metrics("slot.*lag|retained_?wal"))])])
        { IsCertain = received is not null || written is not null };
    }

    /// <summary>When the lag left where it was at first.</summary>
    private static DateTimeOffset Began(Level lag)
    {
        var (times, values) = (lag.Metric.Series.Times, lag.Metric.Series.Values);
        var at = Array.FindIndex([.. values], value => value > lag.First + (0.05 * (lag.Last - lag.First)));
        return times[Math.Max(0, at)];
    }
}
