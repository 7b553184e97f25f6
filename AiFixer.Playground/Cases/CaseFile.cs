using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases;

/// <summary>A file of a case, and how what is wrong with it is said.</summary>
internal sealed partial class CaseFile(CaseContents contents, string name)
{
    private readonly string path = Path.Combine(contents.Folder, name);

    public bool Exists => contents.Files.ContainsKey(name);

    public string Text() => contents.Files.TryGetValue(name, out var text) ? text : throw Wrong(null, "is missing");

    public IEnumerable<(int Number, string Text)> Lines() =>
        Text().Split('\n').Select((line, i) => (i + 1, line.TrimEnd('\r'))).Where(l => l.Item2.Length > 0);

    public JsonObject Object() => Json() as JsonObject ?? throw Wrong(1, "must be a JSON object");

    public JsonArray Array() => Json() as JsonArray ?? throw Wrong(1, "must be a JSON array");

    public JsonNode? Json() => Json(Text(), 0);

    /// <summary>One line of JSON, or a whole file; every name in it only once.</summary>
    public JsonNode? Json(string text, int before)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw Wrong(before == 0 ? (int)(e.LineNumber ?? 0) + 1 : before, $"is not JSON: {e.Message}", e);
        }
    }

    /// <summary>A text that must be there and not be empty.</summary>
    public string Required(JsonNode? item, string key, int? line, string at = "") =>
        item.Str(key) is { Length: > 0 } text ? text : throw Wrong(line, $"{at}{key} must be a text");

    /// <summary>A time that says where on Earth it is meant.</summary>
    public DateTimeOffset Moment(JsonNode? item, string key, int? line, string at = "") => Moment(Required(item, key, line, at), line, $"{at}{key}");

    public DateTimeOffset Moment(string text, int? line, string at) =>
        WithOffset().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToUniversalTime()
            : throw Wrong(line, $"{at} must be a time with an offset such as 2026-01-31T12:00:00Z, not '{text}'");

    public FrozenCaseException Wrong(int? line, string reason, Exception? inner = null) => new(path, line, reason, inner);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithOffset();
}
