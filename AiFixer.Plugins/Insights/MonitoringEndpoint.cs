using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Insights;

/// <summary>A monitoring service's endpoint: <c>GET {base}/insights?db=&amp;start=&amp;end=</c>.</summary>
internal sealed class MonitoringEndpoint(HttpConnections connections) : IInsightsSource
{
    private static readonly string[] Lists = ["top_sql", "waits", "events", "top_users", "top_hosts"];
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<string> Names => connections.Names;

    public IReadOnlyList<string> Missing => connections.Missing;

    public async Task<PluginResult> ReadAsync(InsightsQuestion question, CancellationToken cancellationToken)
    {
        var connection = connections[question.Connection];
        var ask = HttpQuestion.Get(
            "/insights", ("db", question.Database), ("start", Times.Text(question.Start)), ("end", Times.Text(question.End)));
        var result = (await connection.AskAsync(ask, a => JsonAnswers.Text(a, "detail") ?? JsonAnswers.Text(a, "error"), cancellationToken))
            .Read(connection, body => JsonObject.Create(Whole(body))!);
        return result.Failed(out var error, out var insights) ? error.ToResult() : Show(question, insights);
    }

    /// <summary>An answer without any of the lists is some other service's.</summary>
    private static JsonElement Whole(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object || !Lists.Append("settings").Any(name => body.TryGetProperty(name, out _)))
            throw new FormatException("it has none of top_sql, waits, events and settings");
        return body.Clone();
    }

    private static PluginResult Show(InsightsQuestion question, JsonObject insights)
    {
        insights["asked"] = new JsonObject
        {
            ["db"] = question.Database,
            ["start"] = Times.Text(question.Start),
            ["end"] = Times.Text(question.End),
            ["unit"] = "db_load_avg is sessions active on average",
        };
        var counts = Lists.Where(name => insights[name] is JsonArray { Count: > 0 }).Select(name => $"{((JsonArray)insights[name]!).Count} {name}");
        return PluginResult.Ok(
            insights.ToJsonString(Readable), string.Join(", ", counts) is { Length: > 0 } found ? found : "the monitoring knows of nothing in that time");
    }
}
