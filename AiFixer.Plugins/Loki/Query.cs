using System.Globalization;
using System.Text;
using System.Text.Json;
using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;
using AiFixer.Plugins.Prometheus;

namespace AiFixer.Plugins.Loki;

internal sealed class Query(HttpConnections connections) : IDiagnosticPlugin
{
    private const int Steps = 60;
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    public PluginManifest Manifest { get; } = new()
    {
        Name = "loki.query",
        Description = "Searches logs in Loki (LogQL), the newest lines of the last hour by default; a metric query answers numbers.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "log",
        ParametersSchema = ServiceSchema.Object(
            connections, ["query"],
            ("query", ServiceSchema.Text(8000, "LogQL")), ("limit", ServiceSchema.Whole(1, 1000, 100, "most lines")),
            ("start", Times.MomentSchema), ("end", Times.MomentSchema)),
    };

    public IReadOnlyList<string> MissingConfiguration => connections.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = new CallArguments(call);
        var end = arguments.Moment("end", call.Now);
        var start = arguments.Moment("start", Times.Before(end, Usual));
        if (start >= end)
            return PluginResult.Failed($"$.start: {Times.Text(start)} is not before the end, {Times.Text(end)}");
        var (query, limit) = (arguments.Text("query"), arguments.Whole("limit"));
        var range = new PromRange(start, end, TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling((end - start).TotalSeconds / Steps))));
        var connection = connections[arguments.Connection];
        var result = (await connection.AskAsync(Question(query, limit, range), Said, cancellationToken)).Read(connection, LokiAnswer.Read);
        if (result.Failed(out var error, out var answer))
            return error.ToResult();
        return answer.Numbers is { } numbers
            ? MetricsResult.Of(query, new(query, null, null), numbers, range)
            : Lines(query, limit, range, answer);
    }

    /// <summary>Loki leaves out what is exactly at the end; the plugin's end is meant to be seen.</summary>
    private static HttpQuestion Question(string query, int limit, PromRange range) => HttpQuestion.Form(
        "/loki/api/v1/query_range", ("query", query), ("limit", limit.ToString(CultureInfo.InvariantCulture)), ("direction", "backward"),
        ("start", Nanoseconds(range.Start)), ("end", Nanoseconds(range.End.AddTicks(1))),
        ("step", range.Step.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)));

    private static PluginResult Lines(string query, int limit, PromRange range, LokiAnswer answer)
    {
        var (lines, cut) = LogView.Fit(answer.Lines!, limit);
        var common = LogView.Common(lines);
        var data = new LogsData(
            query, Times.Text(range.Start), Times.Text(range.End), cut, answer.Warnings, common, [.. lines.Select(l => LogView.Show(l, common))]);
        return PluginResult.Ok(
            JsonSerializer.Serialize(data, LokiData.Readable.LogsData), $"{lines.Count} lines for {query}{(cut is null ? "" : $" (cut: {cut})")}");
    }

    /// <summary>Loki's errors are plain text; a proxy's page is none of its words.</summary>
    private static string? Said(HttpAnswer answer) => answer.MediaType is "text/plain" ? Encoding.UTF8.GetString(answer.Body) : null;

    private static string Nanoseconds(DateTimeOffset time) =>
        ((time - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);
}
