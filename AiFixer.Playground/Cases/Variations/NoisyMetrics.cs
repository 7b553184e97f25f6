using System.Globalization;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>Every measurement is a little off, by two in a hundred at most; what is counted or is a yes or no is not.</summary>
internal static class NoisyMetrics
{
    private const double Most = 0.02;

    public static VariedCase? Apply(CaseContents contents)
    {
        if (!contents.Files.ContainsKey(MetricRow.File))
            return null;
        var noisy = MetricRow.Changed(contents, rows =>
        {
            var exact = rows.GroupBy(row => row.Series).Where(series => series.All(row => IsWhole(row.Value))).Select(series => series.Key).ToHashSet(StringComparer.Ordinal);
            return rows.Select(row => exact.Contains(row.Series) ? row : row with { Value = Off(row) });
        });
        return noisy.Files[MetricRow.File] == contents.Files[MetricRow.File] ? null : new(noisy);
    }

    private static bool IsWhole(string value) => !Read(value, out var number) || double.IsInteger(number);

    private static string Off(MetricRow row) => Read(row.Value, out var number) && double.IsFinite(number)
        ? (number * (1 + Most * (2 * Stable.Share($"noise {row.Series} {row.Time}") - 1))).ToString("G6", CultureInfo.InvariantCulture)
        : row.Value;

    private static bool Read(string value, out double number) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
