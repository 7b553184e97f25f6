using System.Text.Json;
using System.Text.RegularExpressions;

namespace AiFixer.Playground.Observability.Loki;

/// <summary>The formats of lines out of which labels are taken.</summary>
internal static partial class LineFormats
{
    public static IEnumerable<KeyValuePair<string, string>> Logfmt(string line) => Pair().Matches(line)
        .Select(m => KeyValuePair.Create(Name(m.Groups["key"].Value), m.Groups["quoted"].Success ? Regex.Unescape(m.Groups["quoted"].Value) : m.Groups["value"].Value))
        .DistinctBy(l => l.Key);

    /// <summary>What is nested becomes one name with underscores; a line that is no JSON brings an error label.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Json(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? [.. Flat("", document.RootElement).DistinctBy(l => l.Key)]
                : Broken();
        }
        catch (JsonException)
        {
            return Broken();
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Broken() => [KeyValuePair.Create("__error__", "JSONParserErr")];

    private static IEnumerable<KeyValuePair<string, string>> Flat(string prefix, JsonElement value) =>
        value.EnumerateObject().SelectMany(p => p.Value.ValueKind switch
        {
            JsonValueKind.Object => Flat($"{prefix}{Name(p.Name)}_", p.Value),
            JsonValueKind.Array or JsonValueKind.Null => [],
            _ => [KeyValuePair.Create($"{prefix}{Name(p.Name)}", p.Value.ToString())],
        });

    private static string Name(string text) => Other().Replace(text, "_");

    [GeneratedRegex(
        """
        (?<![^\s])(?<key>[^\s="]+)=("(?<quoted>(\\.|[^"\\])*)"|(?<value>[^\s"]*))
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Pair();

    [GeneratedRegex("[^a-zA-Z0-9_]")]
    private static partial Regex Other();
}
