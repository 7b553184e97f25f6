using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Reading;

namespace AiFixer.Engine.Analysis;

/// <summary>
/// Looks at the numbers of a service and of those around it. It counts them before it asks for them: a house has millions, and whoever
/// looks for a fault must not become one.
/// </summary>
internal sealed class MetricsLook(Survey survey)
{
    private const int MostPoints = 240;

    /// <summary>What one answer holds, at that many points each.</summary>
    private const int MostSeries = 100;

    /// <summary>The pieces of histograms are many and tell little alone.</summary>
    private const string NoPieces = "__name__!~\".*_bucket\"";

    /// <summary>When not all can be read, those that speak of harm by their names.</summary>
    private const string OfHarm =
        "__name__=~\"(?i).*(error|fail|5xx|exception|reject|latency|duration|response_time|timeout|restart|crash|queue|backlog|lag|pending|pool|connections|saturation|utili[sz]ation|cpu|memory|heap|disk|throttl|evict|retr|request|rps|qps|hit_ratio|miss|replicas|ready|expir).*\"";

    public async Task<SceneFacts> LookAsync(SceneFacts scene, string label, CancellationToken cancellationToken)
    {
        var subject = PromText.Quoted(scene.Subject);
        var own = await SeriesAsync(scene, $"{label}=\"{subject}\"", cancellationToken);
        var around = await AroundAsync(scene, label, subject, cancellationToken);
        var copies = scene.Alert.Target is { } target
            ? await RangeAsync(scene, $"{{{target.Kind}=\"{PromText.Quoted(target.Name)}\",{label}!=\"{subject}\"}} or {{pod=~\"{Pattern(target.Name)}-.*\",{label}!=\"{subject}\"}}", cancellationToken)
            : [];
        return scene with { Metrics = [.. own, .. around, .. copies] };
    }

    /// <summary>Everybody's numbers where they are few; otherwise those of whom the service's requests and lines name.</summary>
    private async Task<IReadOnlyList<MetricFact>> AroundAsync(SceneFacts scene, string label, string subject, CancellationToken cancellationToken)
    {
        var all = $"{label}!=\"\",{label}!=\"{subject}\"";
        if (await CountAsync(scene, $"{{{all}}}", cancellationToken) is <= MostSeries)
            return await RangeAsync(scene, $"{{{all}}}", cancellationToken);
        var near = Neighbours.Of(scene);
        survey.Miss(near.Count == 0
            ? "The numbers of other services are too many to read all, and nothing seen of this one names those it works with."
            : $"The numbers of other services are too many to read all; read were those of {string.Join(", ", near)}.");
        return near.Count == 0 ? [] : await SeriesAsync(scene, $"{label}=~\"{string.Join('|', near.Select(Pattern))}\"", cancellationToken);
    }

    private async Task<IReadOnlyList<MetricFact>> SeriesAsync(SceneFacts scene, string matchers, CancellationToken cancellationToken)
    {
        var count = await CountAsync(scene, $"{{{matchers}}}", cancellationToken);
        if (count is <= MostSeries)
            return await RangeAsync(scene, $"{{{matchers}}}", cancellationToken);
        return await CountAsync(scene, $"{{{matchers},{NoPieces}}}", cancellationToken) is <= MostSeries
            ? await RangeAsync(scene, $"{{{matchers},{NoPieces}}}", cancellationToken)
            : await RangeAsync(scene, $"{{{matchers},{NoPieces},{OfHarm}}}", cancellationToken);
    }

    /// <returns>Null when nobody could say.</returns>
    private async Task<double?> CountAsync(SceneFacts scene, string selector, CancellationToken cancellationToken)
    {
        var answer = await survey.LookAsync("prom.query", new() { ["query"] = $"count({selector})", ["time"] = Text(scene.Now) }, cancellationToken);
        return answer is { } known ? SceneReader.Values(known).DefaultIfEmpty(0).Sum() : null;
    }

    private async Task<IReadOnlyList<MetricFact>> RangeAsync(SceneFacts scene, string query, CancellationToken cancellationToken)
    {
        var step = Math.Max(60, Math.Ceiling((scene.Now - scene.From).TotalSeconds / MostPoints / 60) * 60);
        var answer = await survey.AskAsync(
            "prom.query_range",
            new()
            {
                ["compact"] = true,
                ["end"] = Text(scene.Now),
                ["query"] = query,
                ["start"] = Text(scene.From),
                ["step"] = $"{step.ToString("0", CultureInfo.InvariantCulture)}s",
            },
            cancellationToken);
        return answer is { } known ? SceneReader.Metrics(known.Answer, known.Evidence) : [];
    }

    private static string Pattern(string name) => PromText.Quoted(Regex.Escape(name));

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
