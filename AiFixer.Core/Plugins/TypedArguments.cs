using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Core.Plugins;

/// <summary>Arguments as people type them: <c>name=value</c>, typed as the plugin's schema says.</summary>
public static class TypedArguments
{
    /// <returns>JSON, or what cannot be read.</returns>
    public static (string? Json, string? Error) Read(IReadOnlyList<string> words, string schema)
    {
        var properties = JsonNode.Parse(schema)?["properties"] as JsonObject ?? [];
        var arguments = new JsonObject();
        foreach (var word in words)
        {
            if (word.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at))
                return (null, $"'{word}' is not name=value");
            arguments[word[..at]] = Value(word[(at + 1)..], properties[word[..at]]?["type"]);
        }

        return (arguments.ToJsonString(), null);
    }

    /// <summary>Arguments as one may type them; null when one of them cannot be written as a word.</summary>
    public static string? Write(string arguments)
    {
        if (JsonNode.Parse(arguments) is not JsonObject all)
            return null;
        List<string> words = [.. all.Select(one => $"{one.Key}={(one.Value is JsonValue value ? value.ToString() : one.Value?.ToJsonString())}")];
        return words.Exists(word => word.Any(letter => char.IsWhiteSpace(letter) || letter is '"' or '\'' or '\\')) ? null : string.Join(' ', words);
    }

    /// <summary>Only a text is taken as it is; anything else is JSON when it can be, and the schema judges it.</summary>
    private static JsonNode? Value(string text, JsonNode? type)
    {
        if (type is JsonValue value && value.TryGetValue(out string? name) && name == "string")
            return text;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
