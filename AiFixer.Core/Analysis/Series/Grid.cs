using System.Collections.Immutable;

namespace AiFixer.Core.Analysis;

/// <summary>The same times for several series, so that they can be compared point by point.</summary>
public sealed record Grid(DateTimeOffset Start, TimeSpan Step, int Count)
{
    private const int LongestHold = 3;

    /// <summary>
    /// Where all series have something to say, as finely as the coarsest of them is sampled: a finer grid would make up points.
    /// </summary>
    /// <returns>Null when they have no time in common.</returns>
    public static Grid? Of(IReadOnlyCollection<Series> all)
    {
        if (all.Count == 0 || all.Any(series => series.Count < 2))
            return null;
        var start = all.Max(series => series.Times[0]);
        var end = all.Min(series => series.Times[^1]);
        var step = all.Max(series => series.Interval());
        return end < start || step <= TimeSpan.Zero ? null : new(start, step, (int)((end - start) / step) + 1);
    }

    /// <summary>
    /// The mean of what lies within half a step of each time; where nothing does, a line between the neighbours when they are not
    /// more than three steps apart; otherwise a gap.
    /// </summary>
    public ImmutableArray<double> Align(Series series)
    {
        var known = series.WithoutGaps();
        var aligned = ImmutableArray.CreateBuilder<double>(Count);
        var from = 0;
        for (var i = 0; i < Count; i++)
        {
            var time = Start + (i * Step);
            while (from < known.Count && known.Times[from] < time - (Step / 2))
                from++;
            var until = from;
            var sum = 0d;
            while (until < known.Count && known.Times[until] < time + (Step / 2))
                sum += known.Values[until++];
            aligned.Add(until > from ? sum / (until - from) : Between(known, from, time));
        }

        return aligned.MoveToImmutable();
    }

    private double Between(Series known, int next, DateTimeOffset time)
    {
        if (next == 0 || next == known.Count)
            return double.NaN;
        var apart = known.Times[next] - known.Times[next - 1];
        if (apart > LongestHold * Step)
            return double.NaN;
        var share = (time - known.Times[next - 1]) / apart;
        return known.Values[next - 1] + (share * (known.Values[next] - known.Values[next - 1]));
    }
}
