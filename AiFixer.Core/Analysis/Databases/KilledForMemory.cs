using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Databases;

/// <summary>The machine ran out of memory and ended a session, upon which the database starts anew: what looks like a failing host is none.</summary>
internal static class KilledForMemory
{
    private const string Killed = @"(terminated|killed) by signal 9|signal: killed|oom[-_ ]?kill|(exit code|status) 137";

    /// <summary>How little of the memory that it had was left.</summary>
    private const double Scarce = 0.15;
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(20);

    public static Cause? In(DatabaseFacts facts)
    {
        var said = facts.Recent(Killed).ToList();
        var free = facts.Metrics(Names.FreeMemory).FirstOrDefault();
        if (said.Count == 0 || free is null || Ending(free, said[^1].At) is not { } left)
            return null;
        var swap = Level.Of(facts.Metrics(Names.Swap));
        var sessions = Level.Of(facts.Metrics(Names.Connections));
        var times = facts.Events.Count(e => Changes.Text.Has(e.Message, Killed));
        var held = facts.Events.Where(e => Changes.Text.Has(e.Message, @"private memory|memory (use|context)|cachememorycontext|resident|\brss\b|work_mem")).ToList();
        return new(
            Categories.ResourceExhaustion, 0.95,
            $"{facts.Instance} ran out of memory: {free.Name} had gone down to {Signals.MetricSignals.Number(left)} when the kernel killed a session ({Say.Words(said[^1].Message)}) at {Signals.MetricSignals.Clock(said[^1].At)}, and the database ended all others with it and recovered."
            + (swap is not null && swap.Most > 3 * Math.Max(1, swap.Least) ? $" The swap had filled up to {Signals.MetricSignals.Number(swap.Most)}." : "")
            + (times > 1 ? $" It is the {times}. time that is known; memory falls evenly and is given back only by the restart, so it will happen again." : "")
            + (sessions is { Grew: > 0.8 and < 1.25 } ? " There are as many sessions as before, so each of them grows." : "")
            + " Neither the host nor an earlier failover is to blame.",
            "restart", [.. Show.Events(facts, said), .. Show.Events(facts, held), .. Show.Levels(Level.Of([free]), swap, sessions), .. Show.Statements(facts, facts.Statements.Take(1))])
        { IsCertain = true };
    }

    /// <summary>What was left right before the end; null where there was enough, as when somebody kills a session by hand.</summary>
    private static double? Ending(MetricFact free, DateTimeOffset end)
    {
        var (times, values) = (free.Series.Times, free.Series.Values);
        var least = double.NaN;
        for (var i = 0; i < values.Length; i++)
        {
            if (times[i] <= end && times[i] >= end - Before && !(values[i] >= least))
                least = values[i];
        }

        var most = values.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return least < Scarce * most ? least : null;
    }
}
