using System.Globalization;
using System.Text.Json;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.SigNoz;

/// <summary>Reads answers of SigNoz' query API (version 5).</summary>
internal static class SigNozAnswer
{
    public static string? Said(HttpAnswer answer) => JsonAnswers.Text(answer, "error", "message");

    public static IEnumerable<JsonElement> Results(JsonElement body) => body.GetProperty("data").GetProperty("data").Items("results");

    public static string? Warning(JsonElement body) =>
        body.GetProperty("data").TryGetProperty("warning", out var warning) ? warning.Text("message") : null;

    /// <summary>The points of a query's only series; edges that are not complete are left out.</summary>
    public static IReadOnlyList<(DateTimeOffset Time, double Value)> Points(JsonElement body, string query) =>
    [
        .. Results(body).Where(r => r.Text("queryName") == query)
            .SelectMany(r => r.Items("aggregations")).SelectMany(a => a.Items("series")).Take(1).SelectMany(s => s.Items("values"))
            .Where(v => !(v.TryGetProperty("partial", out var partial) && partial.ValueKind is JsonValueKind.True))
            .Select(v => (DateTimeOffset.FromUnixTimeMilliseconds(v.GetProperty("timestamp").GetInt64()), Number(v.GetProperty("value"))))
            .OrderBy(p => p.Item1),
    ];

    private static double Number(JsonElement value) => value.ValueKind is JsonValueKind.Number
        ? value.GetDouble()
        : value.GetString() switch
        {
            "Inf" or "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            "NaN" => double.NaN,
            var other => double.Parse(other ?? "", NumberStyles.Float, CultureInfo.InvariantCulture),
        };
}
