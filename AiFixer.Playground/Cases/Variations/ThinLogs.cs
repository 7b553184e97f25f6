using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>Half of the log lines that say the same as others, but for numbers, were not kept. What is said once stays: nothing else says it.</summary>
internal static partial class ThinLogs
{
    private const string File = "logs.ndjson";

    public static VariedCase? Apply(CaseContents contents)
    {
        var thin = contents.WithLines(File, Half);
        return thin.Lines(File).Count == contents.Lines(File).Count ? null : new(thin);
    }

    private static IEnumerable<string> Half(IReadOnlyList<string> lines)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var shape = Shape(JsonNode.Parse(line)!);
            seen[shape] = seen.GetValueOrDefault(shape) + 1;
            if (seen[shape] % 2 == 1)
                yield return line;
        }
    }

    private static string Shape(JsonNode record) => $"{record["labels"]?.ToJsonString()} {Number().Replace(record.Str("line") ?? "", "#")}";

    /// <summary>Numbers, and ids that have some in them.</summary>
    [GeneratedRegex(@"[0-9A-Za-z]*\d[0-9A-Za-z]*")]
    private static partial Regex Number();
}
