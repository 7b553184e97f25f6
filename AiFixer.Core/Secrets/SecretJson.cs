using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Core.Secrets;

/// <summary>Masks texts that may be JSON: what was JSON still is, and what is named as a secret is one whatever it looks like.</summary>
public static class SecretJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Masked(string text)
    {
        if (!SecretText.MayBeIn(text) && !MayHide(text))
            return text;
        try
        {
            var whole = new JsonArray(JsonNode.Parse(text));
            return Mend(whole) ? whole[0]!.ToJsonString(Readable) : text;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return SecretText.Masked(text);
        }
    }

    /// <summary>Any letter may be written as its number there.</summary>
    private static bool MayHide(string text) => text.Contains("\\u", StringComparison.Ordinal) && text.AsSpan().TrimStart() is ['{' or '[' or '"', ..];

    private static bool Mend(JsonNode? node) => node switch
    {
        JsonObject one => MendObject(one),
        JsonArray many => MendArray(many),
        _ => false,
    };

    private static bool MendArray(JsonArray many)
    {
        var changed = false;
        for (var i = 0; i < many.Count; i++)
        {
            changed |= Mend(many[i]);
            if (Text(many[i]) is { } said && SecretText.Masked(said) is var masked && masked != said)
                (many[i], changed) = (masked, true);
        }

        return changed;
    }

    private static bool MendObject(JsonObject one)
    {
        var changed = false;
        // A variable of a container has its name in one field and its value in another.
        var isVariable = Text(one["name"]) is { } name && SecretNames.IsSecret(name);
        foreach (var (key, value) in one.ToList())
        {
            changed |= Mend(value);
            if (Text(value) is not { Length: > 0 } said)
                continue;
            var masked = SecretNames.IsSecret(key) || (isVariable && key == "value") ? SecretText.Hidden : SecretText.Masked(said);
            if (masked == said)
                continue;
            (one[key], changed) = (masked, true);
        }

        return changed;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
