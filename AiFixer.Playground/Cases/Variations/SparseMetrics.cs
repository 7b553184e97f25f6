namespace AiFixer.Playground.Cases.Variations;

/// <summary>Metrics are sampled half as often. What has few samples keeps them: half of them would be another case.</summary>
internal static class SparseMetrics
{
    private const int Few = 6;

    public static VariedCase? Apply(CaseContents contents)
    {
        var sparse = MetricRow.Changed(contents, Half);
        return sparse.Lines(MetricRow.File).Count == contents.Lines(MetricRow.File).Count ? null : new(sparse);
    }

    private static IEnumerable<MetricRow> Half(IReadOnlyList<MetricRow> rows)
    {
        var dropped = rows.GroupBy(row => row.Series)
            .SelectMany(series => Older([.. series]))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return rows.Where(row => !dropped.Contains(row));
    }

    /// <summary>Every second one, never the latest: it says how things are now.</summary>
    private static IEnumerable<MetricRow> Older(IReadOnlyList<MetricRow> series) =>
        series.Count < Few ? [] : series.OrderByDescending(row => row.Time, StringComparer.Ordinal).Where((_, i) => i % 2 == 1);
}
