using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Signals;

/// <summary>Copies that shared their work and do not any more: some get more of it, others less, and together they do as much as before.</summary>
internal static partial class UnevenSignals
{
    private const double Much = 1.4;
    private const double Same = 0.3;
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    public static IEnumerable<Signal> In(SceneFacts scene, IReadOnlyCollection<Signal> metrics) =>
        scene.Metrics.Where(m => IsWork(m.Name)).GroupBy(m => (m.Name, Whose: Number().Replace(m.Owner, "")))
            .Where(copies => copies.Count() > 1 && copies.Select(Label).Distinct().Count() == copies.Count())
            .Select(copies => Of(copies.Key.Name, copies.Key.Whose, [.. copies], metrics)).OfType<Signal>();

    private static Signal? Of(string name, string whose, List<MetricFact> copies, IReadOnlyCollection<Signal> metrics)
    {
        var moved = metrics.Where(s => s.Metric is { } metric && copies.Contains(metric) && s.Change is { Recovered: false }).ToList();
        var (more, less) = (moved.FindAll(s => s.Change!.Ratio >= Much), moved.FindAll(s => s.Change!.Ratio <= 1 / Much));
        if (more.Count == 0 || less.Count == 0 || (more[0].At - less[0].At).Duration() > Together)
            return null;
        var still = copies.Where(c => !moved.Exists(s => s.Metric == c)).Sum(c => Robust.Median([.. c.Series.WithoutGaps().Values]));
        var (before, after) = (still + moved.Sum(s => s.Change!.Before), still + moved.Sum(s => s.Change!.After));
        return Math.Abs(after - before) > Same * before ? null : new(
            SignalKind.Metric, whose, name, [Topic.Uneven, Topic.Overload], more[0].At, 0.9,
            $"the same work falls on fewer: {more[0].Says}, while {less[0].Says}, and all together stay at {MetricSignals.Number(after)}", more[0].Evidence);
    }

    private static bool IsWork(string name) => TopicMetrics.Of(name, true).Any(t => t is Topic.Surge) || Changes.Text.Has(name, "messages|records|consumed|bytes_in|handled|processed");

    private static string Label(MetricFact metric) => $"{metric.Owner} {string.Join(',', metric.Labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Value))}";

    /// <summary>The number of a copy behind the name of what it is a copy of.</summary>
    [GeneratedRegex(@"[-_.]\d+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
