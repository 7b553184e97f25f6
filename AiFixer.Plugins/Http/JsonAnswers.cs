using System.Text.Json;

namespace AiFixer.Plugins.Http;

/// <summary>Reads answers that should be JSON.</summary>
internal static class JsonAnswers
{
    /// <summary>What <paramref name="read"/> makes of the answer; whatever it cannot read is a failure with a name.</summary>
    public static HttpResult<T> Read<T>(this HttpResult<HttpAnswer> result, HttpConnection connection, Func<JsonElement, T> read)
        where T : class
    {
        if (result.Failed(out var error, out var answer))
            return new(error);
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return new(read(document.RootElement));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return new(HttpErrors.Unreadable(connection.Label, answer, e.Message));
        }
    }

    /// <summary>A text in the body of an error; null when there is none by that path.</summary>
    public static string? Text(HttpAnswer answer, params ReadOnlySpan<string> path)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var at = document.RootElement;
            foreach (var name in path)
            {
                if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(name, out at))
                    return null;
            }

            return at.ValueKind is JsonValueKind.String ? at.GetString() : at.GetRawText();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray()
            : [];
}
