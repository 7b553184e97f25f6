using System.Text.Json;
using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.SigNoz;

internal sealed class GoldMetrics(HttpConnections connections) : IDiagnosticPlugin
{
    private const double NanosecondsPerMillisecond = 1_000_000;

    public PluginManifest Manifest { get; } = new()
    {
        Name = "signoz.gold_metrics",
        Description = "Shows a service's requests per second with their trend, its share of errors and its P99, from SigNoz.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "service",
        ParametersSchema = ServiceSchema.Object(
            connections, ["service"],
            ("service", """{"type":"string","minLength":1,"maxLength":200,"pattern":"^[^'\\\\]+$"}"""),
            ("window_minutes", ServiceSchema.Whole(1, 1440, 10, "how far back"))),
    };

    public IReadOnlyList<string> MissingConfiguration => connections.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = new CallArguments(call);
        var (service, connection) = (arguments.Text("service"), connections[arguments.Connection]);
        var start = call.Now.AddMinutes(-arguments.Whole("window_minutes"));
        if (SigNozQuery.Quoted(service) is not { } quoted)
            return PluginResult.Failed("$.service: holds characters that no service's name has");
        var all = $"service.name = {quoted}";
        var question = SigNozQuery.Of(
            "time_series", start, call.Now,
            SigNozQuery.Aggregation("R", "rate()", all), SigNozQuery.Aggregation("N", "count()", all),
            SigNozQuery.Aggregation("E", "count()", $"{all} AND has_error = true"), SigNozQuery.Aggregation("P", "p99(duration_nano)", all));
        var link = $"{connection.Server.AbsoluteUri.TrimEnd('/')}/services/{Uri.EscapeDataString(service)}?startTime={start.ToUnixTimeMilliseconds()}&endTime={call.Now.ToUnixTimeMilliseconds()}";
        var result = (await connection.AskAsync(question, SigNozAnswer.Said, cancellationToken))
            .Read(connection, body => Read(body, service, start, call.Now, link));
        return result.Failed(out var error, out var data)
            ? error.ToResult()
            : PluginResult.Ok(JsonSerializer.Serialize(data, GoldJson.Readable.GoldData), Sentence(data));
    }

    private static GoldData Read(JsonElement body, string service, DateTimeOffset start, DateTimeOffset end, string link)
    {
        var rate = SigNozAnswer.Points(body, "R");
        var p99 = Finite(SigNozAnswer.Points(body, "P"));
        var (requests, errors) = (Finite(SigNozAnswer.Points(body, "N")).Sum(), Finite(SigNozAnswer.Points(body, "E")).Sum());
        return new(
            service, Times.Text(start), Times.Text(end), Mean(Finite(rate)), TrendData.Of(rate), requests > 0 ? errors / requests * 100 : null,
            p99.Length == 0 ? null : p99[^1] / NanosecondsPerMillisecond, p99.Length == 0 ? null : p99.Max() / NanosecondsPerMillisecond,
            link, SigNozAnswer.Warning(body));
    }

    private static string Sentence(GoldData data) => data.RequestsPerSecond is not { } rate
        ? $"SigNoz has no requests of {data.Service} in that time"
        : FormattableString.Invariant(
            $"{data.Service}: {rate:0.##} requests/s ({data.RequestsTrend?.Direction ?? "no trend"}), {data.ErrorPercent ?? 0:0.##} % errors, P99 {data.P99Milliseconds ?? double.NaN:0.#} ms");

    private static double[] Finite(IEnumerable<(DateTimeOffset Time, double Value)> points) => [.. points.Select(p => p.Value).Where(double.IsFinite)];

    private static double? Mean(double[] values) => values.Length == 0 ? null : values.Average();
}
