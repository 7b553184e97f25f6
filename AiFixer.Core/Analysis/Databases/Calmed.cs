namespace AiFixer.Core.Analysis.Databases;

/// <summary>Disks that were slow for a while and have been as before since.</summary>
/// <param name="Worst">The number by which it was felt most.</param>
internal sealed record Calmed(Level Worst, DateTimeOffset From, DateTimeOffset To)
{
    private const double High = 4;
    private const double Normal = 1.5;
    private const int LeastSamples = 2;
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(15);

    public static Calmed? In(DatabaseFacts facts)
    {
        var felt = facts.Metrics($"{Names.QueueDepth}|{Names.WriteLatency}|{Names.ReadLatency}").Select(m => Level.Of([m])).OfType<Level>().ToList();
        var peaked = felt.Where(l => l.First > 0 && l.Most > High * Math.Max(l.First, l.Last) && HighTimes(l).Count() >= LeastSamples).ToList();
        if (peaked.Count == 0 || felt.Exists(l => l.Last > Normal * l.First))
            return null;
        var worst = peaked.MaxBy(l => l.Most / Math.Max(l.Last, 1e-9))!;
        var times = peaked.SelectMany(HighTimes).ToList();
        return times.Count > 0 && times.Max() <= facts.Scene.Now - Settled ? new(worst, times.Min(), times.Max()) : null;
    }

    private static IEnumerable<DateTimeOffset> HighTimes(Level level)
    {
        var (times, values) = (level.Metric.Series.Times.ToArray(), level.Metric.Series.Values.ToArray());
        return times.Where((_, i) => values[i] > 2 * Math.Max(level.First, level.Last));
    }
}
