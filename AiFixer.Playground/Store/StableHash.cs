using System.Text;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Store;

/// <summary>FNV-1a, the same on every run, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(string text) => Add(Offset, text);

    /// <summary>Blind to the order of properties.</summary>
    public static ulong Of(JsonNode? node) => Add(Offset, node);

    private static ulong Add(ulong hash, JsonNode? node) => node switch
    {
        JsonObject map => map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Aggregate(Add(hash, "{"), (sum, pair) => Add(Add(sum, pair.Key + "\0"), pair.Value)),
        JsonArray list => list.Aggregate(Add(hash, "["), Add),
        _ => Add(hash, (node?.ToJsonString() ?? "null") + "\u0001"),
    };

    private static ulong Add(ulong hash, string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(hash, (sum, part) => (sum ^ part) * Prime);
}
