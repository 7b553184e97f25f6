using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.Ollama;

/// <summary>Writes what Ollama's chat takes.</summary>
internal sealed class OllamaRequest(ProviderOptions options)
{
    public JsonObject Write(WireRequest request)
    {
        var body = new JsonObject
        {
            ["model"] = options.Model,
            ["messages"] = new JsonArray([new JsonObject { ["role"] = "system", ["content"] = request.System }, .. request.Messages.SelectMany(message => Message(message, request))]),
            // It streams unless it is told not to.
            ["stream"] = request.Stream,
            // Left to itself it forgets the beginning of what is too long.
            ["truncate"] = false,
            ["options"] = Settings(),
        };
        if (request.Tools.Count > 0)
            body["tools"] = new JsonArray([.. request.Tools.Select(Tool)]);
        else if (request.Schema is { } schema && options.Json != JsonMode.None)
            body["format"] = options.Json == JsonMode.Schema ? schema.Node() : "json";
        return body;
    }

    private JsonObject Settings()
    {
        var settings = new JsonObject { ["num_ctx"] = options.ContextTokens, ["num_predict"] = options.MaxOutputTokens };
        if (options.Temperature is { } temperature)
            settings["temperature"] = temperature;
        return settings;
    }

    private static IEnumerable<JsonNode?> Message(WireMessage message, WireRequest request)
    {
        if (message.Role == ChatRole.Tool)
            return message.Results.Select(result => (JsonNode?)new JsonObject
            {
                ["role"] = "tool",
                ["tool_name"] = request.ToolOf(result.CallId),
                ["tool_call_id"] = result.CallId,
                ["content"] = result.Result?.ToString() ?? "",
            });
        var written = new JsonObject { ["role"] = message.Role == ChatRole.Assistant ? "assistant" : "user", ["content"] = message.Text };
        var calls = message.Calls.Select(Call).ToArray();
        if (calls.Length > 0)
            written["tool_calls"] = new JsonArray(calls);
        return [written];
    }

    private static JsonNode? Call(FunctionCallContent call, int index) => new JsonObject
    {
        ["id"] = call.CallId,
        ["function"] = new JsonObject { ["index"] = index, ["name"] = call.Name, ["arguments"] = ToolArguments.Object(call) },
    };

    private static JsonNode? Tool(WireTool tool) => new JsonObject
    {
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = tool.Name, ["description"] = tool.Description, ["parameters"] = tool.Schema.Node() },
    };
}
