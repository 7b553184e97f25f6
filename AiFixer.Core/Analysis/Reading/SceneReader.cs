using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Reading;

/// <summary>Reads facts about services from what diagnostic plugins answer.</summary>
public static class SceneReader
{
    private static readonly string[] LevelLabels = ["level", "severity", "detected_level", "log_level", "lvl"];

    /// <summary>Far beyond any time that a point can have.</summary>
    private const double LatestSecond = 2e11;

    /// <summary>Of <c>prom.query_range</c> with compact points; counters come as rates.</summary>
    public static ImmutableList<MetricFact> Metrics(JsonElement answer, string evidence) =>
    [
        .. answer.Items("series").Select(item =>
        {
            var labels = item.At("labels").Texts();
            var name = labels.GetValueOrDefault("__name__") ?? "";
            var series = Series.Of(item.Items("samples").Where(p => p.ValueKind == JsonValueKind.Array && p.GetArrayLength() == 2 && Math.Abs(Number(p[0])) < LatestSecond).Select(Point));
            var counts = Counters.Is(name, series);
            return new MetricFact(name, Owners.Of(labels), labels.Remove("__name__"), counts ? Counters.ToRates(series) : series, evidence) { IsRate = counts };
        }),
    ];

    /// <summary>Of <c>prom.query</c>.</summary>
    public static IEnumerable<double> Values(JsonElement answer) => answer.Items("series").Select(item => item.Number("value")).OfType<double>();

    /// <summary>Of <c>loki.query</c>.</summary>
    public static ImmutableList<LineFact> Lines(JsonElement answer, string evidence)
    {
        var common = answer.At("labels").Texts();
        return
        [
            .. answer.Items("lines").Where(item => item.Moment("time") is not null).Select(item =>
            {
                var labels = common.SetItems(item.At("labels").Texts());
                var level = LevelLabels.Select(l => labels.GetValueOrDefault(l)).FirstOrDefault(l => l is not null) ?? "";
                return new LineFact(item.Moment("time")!.Value, Owners.Of(labels), level.ToLowerInvariant(), item.Text("line") ?? "", evidence);
            }),
        ];
    }

    /// <summary>Of <c>traces.search</c>.</summary>
    public static ImmutableList<SpanFact> Spans(JsonElement answer, string evidence) =>
    [
        .. answer.Items("traces").SelectMany(trace => trace.Items("spans").Where(span => span.Moment("start") is not null).Select(span => new SpanFact(
            trace.Text("traceId") ?? "", span.Text("spanId") ?? "", span.Text("parentId"), span.Text("service") ?? "", span.Text("name") ?? "", span.Moment("start")!.Value,
            span.Number("durationMs") ?? 0, span.Number("selfMs") ?? 0, span.Flag("error"), span.Text("message"), span.At("tags").Texts(), evidence))),
    ];

    /// <summary>Of <c>traces.search</c>: where a person sees the request that tells most.</summary>
    public static string? Link(JsonElement answer) =>
        answer.Items("traces").OrderByDescending(trace => trace.Number("errors") > 0).Select(trace => trace.Text("link")).FirstOrDefault(link => link is not null);

    /// <summary>Of <c>signoz.gold_metrics</c>; null when it measured nothing of the service.</summary>
    public static GoldSignals? Gold(JsonElement answer, string evidence)
    {
        var (requests, errors, p99) = (answer.Number("requestsPerSecond"), answer.Number("errorPercent"), answer.Number("p99Milliseconds"));
        return requests is null && errors is null && p99 is null
            ? null
            : new GoldSignals(answer.Text("service") ?? "", requests, answer.At("requestsTrend")?.Text("direction") is "rising" or "steady" or "falling" ? answer.At("requestsTrend")?.Text("direction") : null, errors, p99, answer.Text("tracesUrl"), [evidence]).Finite();
    }

    private static (DateTimeOffset, double) Point(JsonElement pair) =>
        (DateTimeOffset.UnixEpoch.AddSeconds(Number(pair[0])), Number(pair[1]));

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => double.NaN,
    };
}
