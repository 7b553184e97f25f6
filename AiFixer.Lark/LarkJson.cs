using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Lark;

/// <summary>JSON as it goes to the platform: other scripts as they are, or every one of their characters would count six times.</summary>
internal static class LarkJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode node) => node.ToJsonString(Readable);

    /// <summary>How much of the platform's limit it takes.</summary>
    public static int Size(JsonNode node) => Encoding.UTF8.GetByteCount(Text(node));

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <returns>Null when it is no JSON object, or one with names twice or with texts that are no Unicode.</returns>
    public static JsonObject? Object(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json, null, Strict) is JsonObject read && IsReadable(read) ? read : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // The last: half of a character, which is found only where the text is read.
            return null;
        }
    }

    public static JsonObject? Object(string json) => Object(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads every text once, so that nobody stumbles over one later.</summary>
    private static bool IsReadable(JsonNode? node) => node switch
    {
        JsonObject some => some.All(property => IsReadable(property.Value)),
        JsonArray list => list.All(IsReadable),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is not null,
        _ => true,
    };

    /// <summary>A text below these names; null when it is not there or something else.</summary>
    public static string? Said(this JsonNode? node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            node = (node as JsonObject)?[name];
        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }

    /// <summary>A whole number, also one written as text; null when it is neither.</summary>
    public static long? Number(this JsonNode? node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            node = (node as JsonObject)?[name];
        if (node is not JsonValue value)
            return null;
        if (value.TryGetValue<long>(out var number))
            return number;
        return value.TryGetValue<string>(out var text)
            && long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out number) ? number : null;
    }
}
