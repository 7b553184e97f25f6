using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers;

/// <summary>The arguments of a tool call: an object, or a text that holds one, as some providers always and some models at times send it.</summary>
internal static class ToolArguments
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>A call whose arguments cannot be read says so, and is answered with that.</summary>
    public static FunctionCallContent Call(string callId, string name, JsonElement arguments, WirePart? raw = null)
    {
        var read = Read(arguments, out var problem);
        return new(callId, name, read) { Exception = problem is null ? null : new FormatException(problem), RawRepresentation = raw };
    }

    public static JsonObject Object(FunctionCallContent call) => call.Arguments is null
        ? []
        : new(call.Arguments.Select(argument => KeyValuePair.Create(argument.Key, JsonSerializer.SerializeToNode(argument.Value))));

    private static Dictionary<string, object?>? Read(JsonElement arguments, out string? problem)
    {
        problem = null;
        switch (arguments.ValueKind)
        {
            case JsonValueKind.Object:
                return arguments.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value.Clone(), StringComparer.Ordinal);
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return [];
            case JsonValueKind.String:
                return Parse(arguments.GetString()!, out problem);
            default:
                problem = "The arguments are not a JSON object.";
                return null;
        }
    }

    private static Dictionary<string, object?>? Parse(string text, out string? problem)
    {
        problem = null;
        if (string.IsNullOrWhiteSpace(text))
            return [];
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return Read(document.RootElement, out problem);
            problem = "The arguments are not a JSON object.";
        }
        catch (JsonException)
        {
            problem = "The arguments are not valid JSON.";
        }

        return null;
    }
}
