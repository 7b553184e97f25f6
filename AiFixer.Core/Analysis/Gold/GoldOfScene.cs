using System.Collections.Immutable;
using System.Globalization;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Gold;

/// <summary>A service's requests, their trend, errors and P99, from numbers that were read of it anyway.</summary>
public static class GoldOfScene
{
    private const double Noticeable = 0.1;
    private const double Slowest = 0.99;
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <returns>Null when nothing of it is measured.</returns>
    public static GoldSignals? Of(SceneFacts scene)
    {
        // Two questions may have brought the same series.
        var own = scene.Metrics.Where(metric => metric.Owner == scene.Subject).DistinctBy(Identity)
            .Select(metric => metric with { Series = metric.Series.Between(scene.Now - Lately, scene.Now.AddTicks(1)).WithoutGaps() })
            .Where(metric => metric.Series.Count > 0).ToList();
        var requests = Requests(own);
        var (errors, shown) = Errors(own, requests);
        var (p99, slow) = P99(own);
        var used = requests.Concat(shown).Concat(slow).ToList();
        return used.Count == 0 ? null : new GoldSignals(
            scene.Subject, requests.Count == 0 ? null : Rounded(Rate(requests, requests)), Trend(requests), errors is { } percent ? Rounded(Math.Min(100, percent)) : null, p99 is { } ms ? Rounded(ms) : null,
            scene.Traces, [.. used.Select(metric => metric.Evidence).Distinct()]).Finite();
    }

    private static string Identity(MetricFact metric) =>
        string.Join('\n', metric.Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}").Prepend(metric.Name));

    /// <summary>The series of one name: two names may count the same requests. Where one says how they ended, it tells most.</summary>
    private static List<MetricFact> Requests(List<MetricFact> own) =>
        own.Where(metric => GoldNames.Requests(metric) is not null).GroupBy(metric => metric.Name, StringComparer.Ordinal)
            .OrderByDescending(name => name.Any(GoldNames.HasStatus)).ThenByDescending(name => Changes.Text.Has(name.Key, "http|request")).ThenBy(name => name.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.ToList() ?? [];

    /// <summary>Over all moments at which any of them was measured: one that was there for a part of them counts for that part.</summary>
    private static double Rate(List<MetricFact> some, List<MetricFact> all) =>
        some.Sum(metric => metric.Series.Values.Sum() * (GoldNames.Requests(metric) ?? 1)) / all.SelectMany(metric => metric.Series.Times).Distinct().Count();

    private static (double? Percent, IEnumerable<MetricFact> Shown) Errors(List<MetricFact> own, List<MetricFact> requests)
    {
        if (own.Where(metric => GoldNames.ErrorShare(metric) is not null).MaxBy(Share) is { } share)
            return (Share(share), [share]);
        if (requests.Count == 0 || Rate(requests, requests) is not (> 0 and var all))
            return (null, []);
        if (requests.Exists(GoldNames.HasStatus))
            return (Rate(requests.FindAll(GoldNames.IsFailed), requests) / all * 100, []);
        var failed = own.FindAll(GoldNames.IsErrorCount);
        return failed.Count == 0 ? (null, []) : (Rate(failed, requests) / all * 100, failed);
    }

    private static double Share(MetricFact metric) => metric.Series.Values.Average() * GoldNames.ErrorShare(metric)!.Value;

    private static (double? Milliseconds, IEnumerable<MetricFact> Shown) P99(List<MetricFact> own)
    {
        if (own.Where(metric => GoldNames.P99(metric) is not null).MaxBy(Last) is { } slowest)
            return (Last(slowest), [slowest]);
        var pieces = own.Where(metric => GoldNames.Histogram(metric) is not null).GroupBy(metric => metric.Name, StringComparer.Ordinal).OrderBy(name => name.Key, StringComparer.Ordinal).FirstOrDefault();
        return pieces is null ? (null, []) : (Quantile(pieces) * GoldNames.Histogram(pieces.First()), pieces);
    }

    private static double Last(MetricFact metric) => metric.Series.Values[^1] * GoldNames.P99(metric)!.Value;

    /// <summary>Within the bucket that it falls into as if its requests were spread evenly; what is beyond the last is told as that bucket's end.</summary>
    private static double? Quantile(IEnumerable<MetricFact> pieces)
    {
        var buckets = pieces.Select(piece => (End: End(piece), Rate: piece.Series.Values.Sum())).Where(piece => !double.IsNaN(piece.End))
            .GroupBy(piece => piece.End, piece => piece.Rate).Select(piece => (End: piece.Key, Rate: piece.Sum())).OrderBy(piece => piece.End).ToList();
        if (buckets.Count == 0 || !double.IsPositiveInfinity(buckets[^1].End) || buckets[^1].Rate <= 0)
            return null;
        var wanted = buckets[^1].Rate * Slowest;
        var (start, below) = (0.0, 0.0);
        foreach (var (end, rate) in buckets)
        {
            if (rate >= wanted)
                return double.IsPositiveInfinity(end) ? start : start + ((end - start) * (wanted - below) / (rate - below));
            (start, below) = (end, rate);
        }

        return start;
    }

    private static double End(MetricFact piece) => piece.Labels.GetValueOrDefault("le") switch
    {
        "+Inf" => double.PositiveInfinity,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var end) && double.IsFinite(end) => end,
        _ => double.NaN,
    };

    /// <summary>Its second half against its first.</summary>
    private static string? Trend(List<MetricFact> requests)
    {
        var all = requests.SelectMany(metric => metric.Series.Points()).GroupBy(point => point.Time, point => point.Value).OrderBy(moment => moment.Key).Select(moment => moment.Sum()).ToList();
        if (all.Count < 2)
            return null;
        var (before, after) = (all[..(all.Count / 2)].Average(), all[(all.Count / 2)..].Average());
        return after > before * (1 + Noticeable) ? "rising" : after < before * (1 - Noticeable) ? "falling" : "steady";
    }

    private static double Rounded(double value) => Math.Round(value, 2);
}
