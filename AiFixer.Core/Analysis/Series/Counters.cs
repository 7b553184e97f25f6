namespace AiFixer.Core.Analysis;

/// <summary>Counters say nothing until they are rates.</summary>
public static class Counters
{
    private const int LongestGap = 5;
    private static readonly string[] Endings = ["_total", "_count", "_sum", "_bucket"];

    /// <summary>
    /// Whether a metric counts up: by its name, and by its values, since not everything that is called a total is one. A counter
    /// falls only by starting again near zero.
    /// </summary>
    public static bool Is(string metric, Series series)
    {
        if (!Array.Exists(Endings, ending => metric.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            return false;
        var values = series.WithoutGaps().Values;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] < 0 || (values[i] < values[i - 1] && values[i] > values[i - 1] / 2))
                return false;
        }

        return true;
    }

    /// <summary>
    /// The rate per second at each point but the first. After a start from zero what was counted since then is the increase. Over a
    /// gap of more than five intervals nothing is known.
    /// </summary>
    public static Series ToRates(Series counter)
    {
        var known = counter.WithoutGaps();
        var longest = LongestGap * known.Interval();
        return Series.Of(Enumerable.Range(1, Math.Max(0, known.Count - 1)).Select(i => (known.Times[i], Rate(known, i, longest))));
    }

    private static double Rate(Series known, int i, TimeSpan longest)
    {
        var apart = known.Times[i] - known.Times[i - 1];
        if (apart > longest)
            return double.NaN;
        var more = known.Values[i] - known.Values[i - 1];
        return (more < 0 ? known.Values[i] : more) / apart.TotalSeconds;
    }
}
