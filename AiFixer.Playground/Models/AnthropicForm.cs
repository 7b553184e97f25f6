using System.Text.Json.Nodes;

namespace AiFixer.Playground.Models;

/// <summary>Anthropic's messages.</summary>
internal sealed class AnthropicForm : IProviderForm
{
    public string StreamType => "text/event-stream";

    public bool RetryInHeader => true;

    public bool Takes(string path) => path.EndsWith("/v1/messages", StringComparison.Ordinal);

    public ModelRequest Read(HttpRequest request, JsonObject body) => new(
        "anthropic",
        body.Text("model"),
        body.Text("system"),
        [.. body.Items("messages").SelectMany(message => message.Items("content")).Select(block => block.Text("type") == "tool_result" ? block.Text("content") : block.Text("text"))],
        [.. body.Items("tools").Select(tool => tool.Text("name"))],
        body["stream"]?.GetValue<bool>() == true,
        body["output_config"] is not null,
        body,
        request.Headers["x-api-key"].ToString());

    public string? Refusal(HttpRequest request, JsonObject body)
    {
        if (request.Headers["anthropic-version"].Count == 0)
            return "anthropic-version: header is required";
        if (body["max_tokens"] is null)
            return "max_tokens: Field required";
        if (body.Items("tools").FirstOrDefault(tool => !FormText.IsLegal(tool.Text("name"), 128)) is { } bad)
            return $"tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{{1,128}}$': {bad.Text("name")}";
        return Turns([.. body.Items("messages")]);
    }

    public JsonObject Answer(ModelRequest request, ModelStep step) => Message(request, step, Blocks(request, step), Stop(step));

    public IEnumerable<string> Pieces(ModelRequest request, ModelStep step)
    {
        yield return FormText.Event(new JsonObject { ["type"] = "message_start", ["message"] = Message(request, step, [], null) }, "message_start");
        yield return FormText.Event(new JsonObject { ["type"] = "ping" }, "ping");
        foreach (var (index, block) in Blocks(request, step).Index())
        {
            var isText = block.Text("type") == "text";
            var whole = isText ? block.Text("text") : FormText.Plain(block!["input"]);
            block![isText ? "text" : "input"] = isText ? "" : new JsonObject();
            yield return FormText.Event(new JsonObject { ["type"] = "content_block_start", ["index"] = index, ["content_block"] = block.DeepClone() }, "content_block_start");
            foreach (var piece in FormText.Split(whole))
                yield return Delta(index, isText ? new() { ["type"] = "text_delta", ["text"] = piece } : new() { ["type"] = "input_json_delta", ["partial_json"] = piece });
            yield return FormText.Event(new JsonObject { ["type"] = "content_block_stop", ["index"] = index }, "content_block_stop");
        }

        yield return FormText.Event(new JsonObject
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject { ["stop_reason"] = Stop(step) },
            ["usage"] = new JsonObject { ["output_tokens"] = step.TokensOut },
        }, "message_delta");
        yield return FormText.Event(new JsonObject { ["type"] = "message_stop" }, "message_stop");
    }

    public JsonObject Error(ModelError error) => new()
    {
        ["type"] = "error",
        ["error"] = new JsonObject { ["type"] = error.Code, ["message"] = error.Message },
        ["request_id"] = "req_1",
    };

    public string ErrorPiece(ModelError error) => FormText.Event(Error(error), "error");

    /// <summary>Turns alternate, the first is a user's, and results come first in the turn right after their calls.</summary>
    private static string? Turns(List<JsonNode?> messages)
    {
        if (messages.Count == 0 || messages[0].Text("role") != "user")
            return "messages: first message must use the \"user\" role";
        if (messages.SelectMany(message => message.Items("content")).Any(block => block.Text("type") == "tool_use" && !FormText.IsLegal(block.Text("id"), int.MaxValue)))
            return "messages.1.content.0.tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'";
        var open = new HashSet<string>();
        foreach (var message in messages)
        {
            var results = message.Items("content").TakeWhile(block => block.Text("type") == "tool_result").Select(block => block.Text("tool_use_id")).ToHashSet();
            if (!open.SetEquals(results) || message.Items("content").Skip(results.Count).Any(block => block.Text("type") == "tool_result"))
                return "messages: `tool_use` ids were found without `tool_result` blocks immediately after";
            open = [.. message.Items("content").Where(block => block.Text("type") == "tool_use").Select(block => block.Text("id"))];
        }

        return null;
    }

    private static JsonArray Blocks(ModelRequest request, ModelStep step)
    {
        var blocks = new JsonArray();
        if (step.Text.Length > 0)
            blocks.Add(new JsonObject { ["type"] = "text", ["text"] = step.Text });
        foreach (var (index, call) in step.Calls.Index())
            blocks.Add(new JsonObject { ["type"] = "tool_use", ["id"] = call.Id ?? $"toolu_{index}", ["name"] = request.Offered(call.Tool), ["input"] = FormText.Arguments(call) });
        return blocks;
    }

    private static JsonObject Message(ModelRequest request, ModelStep step, JsonArray content, string? stop) => new()
    {
        ["id"] = "msg_1",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = request.Model,
        ["content"] = content,
        ["stop_reason"] = stop,
        ["usage"] = new JsonObject { ["input_tokens"] = step.TokensIn, ["output_tokens"] = stop is null ? 1 : step.TokensOut, ["cache_read_input_tokens"] = 0 },
    };

    private static string Delta(int index, JsonObject delta) =>
        FormText.Event(new JsonObject { ["type"] = "content_block_delta", ["index"] = index, ["delta"] = delta }, "content_block_delta");

    private static string Stop(ModelStep step) => step.Refused ? "refusal" : step.Truncated ? "max_tokens" : step.Calls.IsEmpty ? "end_turn" : "tool_use";
}
