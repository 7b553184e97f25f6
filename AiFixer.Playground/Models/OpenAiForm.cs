using System.Text.Json.Nodes;

namespace AiFixer.Playground.Models;

/// <summary>Chat completions.</summary>
internal sealed class OpenAiForm : IProviderForm
{
    private const int LongestId = 40;

    public string StreamType => "text/event-stream";

    public bool RetryInHeader => true;

    public bool Takes(string path) => path.EndsWith("/chat/completions", StringComparison.Ordinal);

    public ModelRequest Read(HttpRequest request, JsonObject body) => new(
        "openai",
        body.Text("model"),
        string.Join('\n', body.Items("messages").Where(IsSystem).Select(message => message.Text("content"))),
        [.. body.Items("messages").Where(message => !IsSystem(message)).Select(message => message.Text("content"))],
        [.. body.Items("tools").Select(tool => tool!["function"].Text("name"))],
        body["stream"]?.GetValue<bool>() == true,
        body["response_format"] is not null,
        body,
        request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal));

    public string? Refusal(HttpRequest request, JsonObject body)
    {
        if (body.Items("tools").Any(tool => !FormText.IsLegal(tool!["function"].Text("name"), 64)))
            return "Invalid 'tools[0].function.name': string does not match pattern '^[a-zA-Z0-9_-]+$'.";
        if (body.Items("messages").SelectMany(message => message.Items("tool_calls")).Any(call => call.Text("id").Length > LongestId))
            return $"Invalid 'messages[0].tool_calls[0].id': string too long. Expected a string with maximum length {LongestId}.";
        var open = new HashSet<string>();
        foreach (var message in body.Items("messages"))
        {
            if (message.Text("role") == "tool" && !open.Remove(message.Text("tool_call_id")))
                return "messages with role 'tool' must be a response to a preceding message with 'tool_calls'.";
            if (message.Text("role") != "tool" && open.Count > 0)
                return "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'.";
            open.UnionWith(message.Items("tool_calls").Select(call => call.Text("id")));
        }

        return null;
    }

    public JsonObject Answer(ModelRequest request, ModelStep step) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["model"] = request.Model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject
            {
                ["role"] = "assistant",
                ["content"] = step.Calls.IsEmpty && !step.Refused ? step.Text : null,
                ["refusal"] = step.Refused ? "I can't help with that." : null,
                ["tool_calls"] = step.Calls.IsEmpty ? null : new JsonArray([.. step.Calls.Select((call, index) => (JsonNode?)Call(request, call, index))]),
            },
            ["finish_reason"] = Finish(step),
        }),
        ["usage"] = Usage(step),
    };

    public IEnumerable<string> Pieces(ModelRequest request, ModelStep step)
    {
        if (step.Refused)
            yield return Chunk(new() { ["refusal"] = "I can't help with that." });
        else if (step.Calls.IsEmpty)
            foreach (var piece in FormText.Split(step.Text))
                yield return Chunk(new() { ["content"] = piece });
        foreach (var (index, call) in step.Calls.Index())
        {
            yield return Chunk(Delta(index, new() { ["id"] = Id(call, index), ["type"] = "function", ["function"] = new JsonObject { ["name"] = request.Offered(call.Tool), ["arguments"] = "" } }));
            foreach (var piece in FormText.Split(FormText.ArgumentsText(call)))
                yield return Chunk(Delta(index, new() { ["function"] = new JsonObject { ["arguments"] = piece } }));
        }

        yield return Chunk([], Finish(step));
        yield return FormText.Event(new JsonObject { ["object"] = "chat.completion.chunk", ["choices"] = new JsonArray(), ["usage"] = Usage(step) });
        yield return "data: [DONE]\n\n";
    }

    public JsonObject Error(ModelError error) => new()
    {
        ["error"] = new JsonObject { ["message"] = error.Message, ["type"] = "error", ["param"] = null, ["code"] = error.Code },
    };

    public string ErrorPiece(ModelError error) => FormText.Event(Error(error));

    private static JsonObject Delta(int index, JsonObject call)
    {
        call["index"] = index;
        return new() { ["tool_calls"] = new JsonArray(call) };
    }

    private static string Chunk(JsonObject delta, string? finish = null) => FormText.Event(new JsonObject
    {
        ["object"] = "chat.completion.chunk",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    });

    private static JsonObject Call(ModelRequest request, ModelCall call, int index) => new()
    {
        ["id"] = Id(call, index),
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = request.Offered(call.Tool), ["arguments"] = FormText.ArgumentsText(call) },
    };

    private static string Id(ModelCall call, int index) => call.Id ?? $"call_{index}";

    private static JsonObject Usage(ModelStep step) =>
        new() { ["prompt_tokens"] = step.TokensIn, ["completion_tokens"] = step.TokensOut, ["total_tokens"] = step.TokensIn + step.TokensOut };

    private static string Finish(ModelStep step) => step.Truncated ? "length" : step.Calls.IsEmpty ? "stop" : "tool_calls";

    private static bool IsSystem(JsonNode? message) => message.Text("role") is "system" or "developer";
}
