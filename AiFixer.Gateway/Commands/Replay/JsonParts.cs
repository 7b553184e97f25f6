using System.Text.Json;

namespace AiFixer.Gateway.Commands.Replay;

/// <summary>Parts of an answer that may be left out in it.</summary>
internal static class JsonParts
{
    public static string Text(this JsonElement whole, string name) =>
        whole.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString()! : "";

    public static JsonElement? Part(this JsonElement whole, string name) =>
        whole.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    public static IEnumerable<JsonElement> List(this JsonElement whole, string name) =>
        whole.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Array ? part.EnumerateArray() : [];
}
