using System.Text.Json.Nodes;

namespace AiFixer.Playground.Models;

/// <summary>Ollama's chat.</summary>
internal sealed class OllamaForm : IProviderForm
{
    public string StreamType => "application/x-ndjson";

    public bool RetryInHeader => false;

    public bool Takes(string path) => path.EndsWith("/api/chat", StringComparison.Ordinal);

    public ModelRequest Read(HttpRequest request, JsonObject body) => new(
        "ollama",
        body.Text("model"),
        string.Join('\n', body.Items("messages").Where(message => message.Text("role") == "system").Select(message => message.Text("content"))),
        [.. body.Items("messages").Where(message => message.Text("role") != "system").Select(message => message.Text("content"))],
        [.. body.Items("tools").Select(tool => tool!["function"].Text("name"))],
        // It streams unless it is told not to.
        body["stream"]?.GetValue<bool>() != false,
        body["format"] is not null,
        body,
        request.Headers.Authorization.ToString());

    public string? Refusal(HttpRequest request, JsonObject body)
    {
        if (body.Items("messages").Any(message => message.Text("role") == "tool" && message.Text("tool_name").Length == 0))
            return "a tool message wants tool_name";
        return body.Items("messages").SelectMany(message => message.Items("tool_calls")).Any(call => call!["function"]?["arguments"] is not JsonObject)
            ? "json: cannot unmarshal string into Go struct field ToolCallFunction.arguments"
            : null;
    }

    public JsonObject Answer(ModelRequest request, ModelStep step) => new()
    {
        ["model"] = request.Model,
        ["created_at"] = "2026-01-01T00:00:00.123456789Z",
        ["message"] = Message(step.Text, Calls(request, step)),
        ["done"] = true,
        ["done_reason"] = step.Truncated ? "length" : "stop",
        ["prompt_eval_count"] = step.TokensIn,
        ["eval_count"] = step.TokensOut,
    };

    public IEnumerable<string> Pieces(ModelRequest request, ModelStep step)
    {
        foreach (var piece in FormText.Split(step.Text))
            yield return Line(new() { ["model"] = request.Model, ["message"] = Message(piece, []), ["done"] = false });
        if (!step.Calls.IsEmpty)
            yield return Line(new() { ["model"] = request.Model, ["message"] = Message("", Calls(request, step)), ["done"] = false });
        var last = Answer(request, step);
        last["message"] = Message("", []);
        yield return Line(last);
    }

    public JsonObject Error(ModelError error) => new() { ["error"] = error.Message };

    public string ErrorPiece(ModelError error) => Line(Error(error));

    private static string Line(JsonObject line) => line.ToJsonString() + "\n";

    private static JsonObject Message(string text, JsonArray calls)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = text };
        if (calls.Count > 0)
            message["tool_calls"] = calls;
        return message;
    }

    /// <summary>Without ids, as older versions send them.</summary>
    private static JsonArray Calls(ModelRequest request, ModelStep step) => [.. step.Calls.Select((call, index) => (JsonNode?)new JsonObject
    {
        ["function"] = new JsonObject { ["index"] = index, ["name"] = request.Offered(call.Tool), ["arguments"] = FormText.Arguments(call) },
    })];
}
