using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Core.Alerts;
using AiFixer.Core.Secrets;

namespace AiFixer.Llm.Providers;

/// <summary>Reads JSON that may be of any form: what is not there is not there.</summary>
internal static class Wire
{
    private const int LongestMessage = 300;

    /// <summary>Of two values under one name nobody can say which was meant.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static JsonElement At(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) ? found : default;

    public static JsonElement At(this JsonElement value, int index) =>
        value.ValueKind == JsonValueKind.Array && index < value.GetArrayLength() ? value[index] : default;

    public static string? Text(this JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long? Whole(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    public static bool Flag(this JsonElement value) => value.ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonElement> Items(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    public static JsonNode? Node(this JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? null : JsonNode.Parse(value.GetRawText());

    /// <summary>What a provider said about itself, fit for a log and a page.</summary>
    public static string Line(string? said) => TextCleaner.Line(SecretText.Masked(said ?? ""), LongestMessage);

    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text, Strict);
        return document.RootElement.Clone();
    }

    public static JsonElement? TryParse(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
