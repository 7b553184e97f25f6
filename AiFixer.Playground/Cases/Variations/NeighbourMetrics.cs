using System.Globalization;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>What is measured of the others is measured of these two as well, and stays about where it was for the others at first.</summary>
internal static class NeighbourMetrics
{
    private const int Most = 4;

    /// <summary>They say that something is wrong, not how much there is of it.</summary>
    private static readonly string[] Alarms = ["ALERTS", "ALERTS_FOR_STATE", "monitor_firing"];

    /// <summary>Labels that say whose numbers they are.</summary>
    private static readonly string[] Owners = ["service", "db_instance"];

    public static CaseContents Add(CaseContents contents) => MetricRow.Changed(contents, rows => [.. rows, .. More(rows)]);

    private static IEnumerable<MetricRow> More(IReadOnlyList<MetricRow> rows) =>
        from metric in rows.Where(row => Owner(row.Labels) is not null && !Alarms.Contains(row.Metric)).GroupBy(row => row.Metric).OrderBy(metric => metric.Key, StringComparer.Ordinal).Take(Most)
        let like = metric.GroupBy(row => row.Labels).First().ToList()
        from name in Neighbours.Names
        from row in Steady(like, name)
        select row;

    private static IEnumerable<MetricRow> Steady(List<MetricRow> like, string name)
    {
        var usual = Usual(like);
        var owner = Owner(like[0].Labels)!;
        var labels = string.Join(';', like[0].Labels.Split(';').Select(label => label.StartsWith(owner, StringComparison.Ordinal) ? owner + name : label));
        return like.Select(row => row with { Labels = labels, Value = Near(usual, $"{name} {row.Series} {row.Time}") });
    }

    /// <summary>The median of the first third.</summary>
    private static double Usual(List<MetricRow> like)
    {
        var first = like.Take(Math.Max(1, like.Count / 3)).Select(row => double.TryParse(row.Value, CultureInfo.InvariantCulture, out var value) ? value : 0).Order().ToList();
        return first[first.Count / 2];
    }

    private static string Near(double usual, string seed) => Math.Round(usual * (0.97 + 0.06 * Stable.Share(seed)), 6).ToString("R", CultureInfo.InvariantCulture);

    private static string? Owner(string labels) => Owners.Select(owner => $"{owner}=").FirstOrDefault(owner => labels.Split(';').Any(label => label.StartsWith(owner, StringComparison.Ordinal)));
}
