using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>What the two say is that all is well.</summary>
internal static class NeighbourLogs
{
    private const string File = "logs.ndjson";
    private const int Lines = 24;

    public static CaseContents Add(CaseContents contents) => contents.WithLines(File, lines => [.. lines, .. More(lines)]);

    private static IEnumerable<string> More(IReadOnlyList<string> lines)
    {
        var times = lines.Select(line => KubeTime.Parse(JsonNode.Parse(line).Str("ts"))).OfType<DateTimeOffset>().Order().ToList();
        if (times.Count == 0)
            yield break;
        foreach (var i in Enumerable.Range(0, Lines))
        {
            var name = Neighbours.Names[i % Neighbours.Names.Count];
            yield return Edits.Text(new JsonObject
            {
                ["ts"] = KubeTime.Micros(times[0] + (times[^1] - times[0]) * (i / (double)Lines)),
                ["labels"] = new JsonObject { ["service"] = name, ["level"] = "info" },
                ["line"] = $"GET /{name}/items/{i} 200 in {5 + Stable.Number($"{name}{i}") % 20} ms",
            });
        }
    }
}
