using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace AiFixer.Grains.Wire;

/// <summary>Writes more fields than the release before, and, when it is told to, a format of its own; reads both.</summary>
internal static class Letters
{
    private const int LatestFormat = 2;

    private static int Format { get; } = int.Parse(Environment.GetEnvironmentVariable("NEXT_FORMAT") ?? "1", CultureInfo.InvariantCulture);

    public static Letter Write<T>(T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToNode(value, type)!;
        IEnumerable<JsonNode?> parts = json is JsonArray many ? many : [json];
        foreach (var one in parts.OfType<JsonObject>())
            one["addedByTheNextRelease"] = new JsonObject { ["deep"] = true };
        return new(Format, JsonSerializer.SerializeToUtf8Bytes(json), "the next release");
    }

    public static T Read<T>(Letter letter, JsonTypeInfo<T> type)
    {
        if (letter.Format > LatestFormat)
            throw new JsonException("Too new for the next release as well.");
        return JsonSerializer.Deserialize(letter.Json, type) ?? throw new JsonException("The letter is empty.");
    }
}
