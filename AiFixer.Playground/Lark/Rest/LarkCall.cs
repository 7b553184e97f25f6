using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>One call of the open platform.</summary>
/// <param name="Path">In its parts.</param>
/// <param name="Body">Null when it is no JSON object.</param>
internal sealed record LarkCall(string Method, IReadOnlyList<string> Path, IQueryCollection Query, string Authorization, JsonObject? Body, int Length)
{
    private const int Largest = 1024 * 1024;

    public static async Task<LarkCall> ReadAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while (buffer.Length <= Largest && (read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
            buffer.Write(chunk, 0, read);
        return new(
            request.Method, (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries), request.Query,
            request.Headers.Authorization.ToString(), Parse(buffer.ToArray()), (int)buffer.Length);
    }

    /// <summary>A text of the body; empty when it is missing or something else.</summary>
    public string Text(string name) => Body?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public static JsonObject? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
