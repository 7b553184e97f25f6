using System.Globalization;
using System.Text.Json;
using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Prometheus;

/// <summary>Prometheus' query API, which Thanos, Mimir and VictoriaMetrics speak too.</summary>
internal sealed class PromClient(HttpConnection connection)
{
    /// <param name="time">The moment that is asked about; the server's own now when null.</param>
    public async Task<HttpResult<PromAnswer>> QueryAsync(string query, DateTimeOffset? time, CancellationToken cancellationToken) =>
        (await AskAsync(HttpQuestion.Form("/api/v1/query", ("query", query), ("time", time is { } at ? Times.UnixSeconds(at) : null)), cancellationToken))
        .Read(connection, PromAnswer.Read);

    public async Task<HttpResult<PromAnswer>> RangeAsync(string query, PromRange range, CancellationToken cancellationToken) =>
        (await AskAsync(
            HttpQuestion.Form(
                "/api/v1/query_range", ("query", query), ("start", Times.UnixSeconds(range.Start)), ("end", Times.UnixSeconds(range.End)),
                ("step", range.Step.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture))),
            cancellationToken))
        .Read(connection, PromAnswer.Read);

    /// <summary>What the server knows of a metric; null when it knows nothing or cannot say.</summary>
    public async Task<PromMetric?> MetricAsync(string name, CancellationToken cancellationToken) =>
        (await AskAsync(HttpQuestion.Get("/api/v1/metadata", ("metric", name), ("limit", "1")), cancellationToken))
        .Read(connection, body => new Found(First(body, name))).Value?.Metric;

    private static PromMetric? First(JsonElement body, string name)
    {
        var first = body.GetProperty("data").Items(name).FirstOrDefault();
        return first.ValueKind is JsonValueKind.Object ? new(first.Text("type") ?? "", first.Text("unit") ?? "") : null;
    }

    private Task<HttpResult<HttpAnswer>> AskAsync(HttpQuestion question, CancellationToken cancellationToken) =>
        connection.AskAsync(question, answer => JsonAnswers.Text(answer, "error"), cancellationToken);

    private sealed record Found(PromMetric? Metric);
}
