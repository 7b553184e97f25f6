using System.Collections.Immutable;

namespace AiFixer.Core.Analysis;

/// <summary>A number over time. Times rise and are all different; NaN is a gap.</summary>
public sealed record Series
{
    public static readonly Series Empty = new([], []);

    private Series(ImmutableArray<DateTimeOffset> times, ImmutableArray<double> values)
    {
        Times = times;
        Values = values;
    }

    public ImmutableArray<DateTimeOffset> Times { get; }

    public ImmutableArray<double> Values { get; }

    public int Count => Times.Length;

    /// <summary>Points in any order; of several at one time the last counts, and what is no finite number is a gap.</summary>
    public static Series Of(IEnumerable<(DateTimeOffset Time, double Value)> points)
    {
        var times = ImmutableArray.CreateBuilder<DateTimeOffset>();
        var values = ImmutableArray.CreateBuilder<double>();
        foreach (var (time, value) in points.OrderBy(point => point.Time))
        {
            if (times.Count > 0 && times[^1] == time)
            {
                values[^1] = Clean(value);
                continue;
            }

            times.Add(time);
            values.Add(Clean(value));
        }

        return new(times.ToImmutable(), values.ToImmutable());
    }

    /// <summary>One value at each time of a regular grid.</summary>
    public static Series Every(DateTimeOffset start, TimeSpan step, params IEnumerable<double> values) =>
        Of(values.Select((value, i) => (start + (i * step), value)));

    /// <summary>The same without its gaps.</summary>
    public Series WithoutGaps() => Values.Any(double.IsNaN) ? Of(Points().Where(point => !double.IsNaN(point.Value))) : this;

    /// <summary>From one time, inclusive, to another, exclusive.</summary>
    public Series Between(DateTimeOffset from, DateTimeOffset until) =>
        Of(Points().Where(point => point.Time >= from && point.Time < until));

    /// <summary>The same later (or earlier): to lay yesterday on today, or to take a wrong clock's offset away.</summary>
    public Series Shifted(TimeSpan by) => new([.. Times.Select(time => time + by)], Values);

    public IEnumerable<(DateTimeOffset Time, double Value)> Points()
    {
        for (var i = 0; i < Count; i++)
            yield return (Times[i], Values[i]);
    }

    /// <summary>How far its points are apart, as a rule; zero when there are fewer than two.</summary>
    public TimeSpan Interval()
    {
        if (Count < 2)
            return TimeSpan.Zero;
        var apart = new double[Count - 1];
        for (var i = 1; i < Count; i++)
            apart[i - 1] = (Times[i] - Times[i - 1]).Ticks;
        return TimeSpan.FromTicks((long)Robust.Median(apart));
    }

    private static double Clean(double value) => double.IsFinite(value) ? value : double.NaN;
}
