namespace AiFixer.Plugins.Prometheus;

/// <summary>How many series are shown: so many, and fewer when they are long.</summary>
internal static class SeriesLimit
{
    public const int MostSeries = 50;
    public const int MostPoints = 3000;

    /// <summary>Without words around each point there is room for more of them.</summary>
    private const int MostCompactSeries = 300;
    private const int MostCompactPoints = 24_000;

    public static (IReadOnlyList<PromSeries> Kept, string? Cut) Of(PromAnswer answer, bool compact = false)
    {
        var (mostSeries, mostPoints) = compact ? (MostCompactSeries, MostCompactPoints) : (MostSeries, MostPoints);
        var (kept, points) = (0, 0);
        while (kept < Math.Min(answer.Series.Count, mostSeries) && (kept == 0 || points + answer.Series[kept].Points.Count <= mostPoints))
            points += answer.Series[kept++].Points.Count;
        string[] cut =
        [
            .. kept < answer.Series.Count ? [$"the first {kept} of {answer.Series.Count} series; narrow the query or aggregate"] : Array.Empty<string>(),
            .. answer.Histograms > 0 ? [$"{answer.Histograms} native histograms are not shown; ask for histogram_quantile() or histogram_avg()"] : Array.Empty<string>(),
        ];
        return (Shortened([.. answer.Series.Take(kept)], ref cut), cut.Length == 0 ? null : string.Join("; ", cut));
    }

    /// <summary>One series alone may still be too long: of a range selector, whose points are as many as were scraped.</summary>
    private static IReadOnlyList<PromSeries> Shortened(IReadOnlyList<PromSeries> series, ref string[] cut)
    {
        if (series is not [{ } only] || only.Points.Count <= MostPoints)
            return series;
        cut = [.. cut, $"the newest {MostPoints} of {only.Points.Count} points"];
        return [only with { Points = [.. only.Points.TakeLast(MostPoints)] }];
    }
}
