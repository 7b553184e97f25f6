using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.OpenAi;

/// <summary>Writes what chat completions take.</summary>
internal sealed class OpenAiRequest(ProviderOptions options)
{
    private const string SchemaName = "answer";

    public JsonObject Write(WireRequest request)
    {
        var body = new JsonObject
        {
            ["model"] = options.Model,
            ["messages"] = new JsonArray([new JsonObject { ["role"] = "system", ["content"] = request.System }, .. request.Messages.SelectMany(Message)]),
            ["stream"] = request.Stream,
            // Reasoning models know only the new name, other servers only the old one.
            [options.Kind == ProviderKind.OpenAi ? "max_completion_tokens" : "max_tokens"] = options.MaxOutputTokens,
        };
        if (request.Stream)
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        if (options.Temperature is { } temperature)
            body["temperature"] = temperature;
        if (request.Tools.Count > 0)
            (body["tools"], body["tool_choice"]) = (new JsonArray([.. request.Tools.Select(Tool)]), "auto");
        if (Format(request) is { } format)
            body["response_format"] = format;
        return body;
    }

    private static IEnumerable<JsonNode?> Message(WireMessage message)
    {
        if (message.Role == ChatRole.Tool)
            return message.Results.Select(result => (JsonNode?)new JsonObject { ["role"] = "tool", ["tool_call_id"] = result.CallId, ["content"] = result.Result?.ToString() ?? "" });
        var written = new JsonObject { ["role"] = message.Role == ChatRole.Assistant ? "assistant" : "user", ["content"] = message.Text };
        var calls = message.Calls.Select(Call).ToArray();
        if (calls.Length > 0)
            written["tool_calls"] = new JsonArray(calls);
        return [written];
    }

    private static JsonNode? Call(FunctionCallContent call) => new JsonObject
    {
        ["id"] = call.CallId,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = ToolArguments.Object(call).ToJsonString() },
    };

    private static JsonNode? Tool(WireTool tool) => new JsonObject
    {
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = tool.Name, ["description"] = tool.Description, ["parameters"] = tool.Schema.Node() },
    };

    private JsonObject? Format(WireRequest request) => (request.Schema, options.Json) switch
    {
        (null, _) or (_, JsonMode.None) => null,
        ({ } schema, JsonMode.Schema) => new()
        {
            ["type"] = "json_schema",
            ["json_schema"] = new JsonObject { ["name"] = SchemaName, ["strict"] = true, ["schema"] = schema.Node() },
        },
        _ => new() { ["type"] = "json_object" },
    };
}
