using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.SigNoz;

/// <summary>Builds questions of SigNoz' query API (version 5).</summary>
internal static class SigNozQuery
{
    /// <summary>Quotes within filters stay as they are, so that what is sent can be read.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HttpQuestion Of(string type, DateTimeOffset start, DateTimeOffset end, params IEnumerable<JsonObject> queries) => HttpQuestion.Json(
        "/api/v5/query_range",
        Encoding.UTF8.GetBytes(new JsonObject
        {
            ["schemaVersion"] = "v1",
            ["start"] = start.ToUnixTimeMilliseconds(),
            ["end"] = end.ToUnixTimeMilliseconds(),
            ["requestType"] = type,
            ["compositeQuery"] = new JsonObject { ["queries"] = new JsonArray([.. queries]) },
            ["variables"] = new JsonObject(),
        }.ToJsonString(Readable)));

    public static JsonObject Aggregation(string name, string expression, string filter) => Spec("builder_query", new()
    {
        ["name"] = name,
        ["signal"] = "traces",
        ["stepInterval"] = "60s",
        ["aggregations"] = new JsonArray(new JsonObject { ["expression"] = expression }),
        ["filter"] = new JsonObject { ["expression"] = filter },
    });

    public static JsonObject Rows(string filter, int limit) => Spec("builder_query", new()
    {
        ["name"] = "A",
        ["signal"] = "traces",
        ["filter"] = new JsonObject { ["expression"] = filter },
        ["limit"] = limit,
        ["order"] = new JsonArray(new JsonObject { ["key"] = new JsonObject { ["name"] = "timestamp" }, ["direction"] = "desc" }),
        ["selectFields"] = new JsonArray(
        [
            .. new[] { "trace_id", "span_id", "parent_span_id", "name", "duration_nano", "has_error", "status_message" }.Select(Field),
            new JsonObject { ["name"] = "service.name", ["fieldContext"] = "resource" },
        ]),
    });

    /// <summary>A text within a filter; null when it holds what could end it.</summary>
    public static string? Quoted(string text) => text.Any(c => c is '\'' or '\\' || char.IsControl(c)) ? null : $"'{text}'";

    private static JsonNode Field(string name) => new JsonObject { ["name"] = name, ["fieldContext"] = "span" };

    private static JsonObject Spec(string type, JsonObject spec) => new() { ["type"] = type, ["spec"] = spec };
}
