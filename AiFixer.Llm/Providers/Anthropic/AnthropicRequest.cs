using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.Anthropic;

/// <summary>Writes what Anthropic's messages take.</summary>
internal sealed class AnthropicRequest(ProviderOptions options)
{
    public JsonObject Write(WireRequest request)
    {
        var body = new JsonObject
        {
            ["model"] = options.Model,
            ["max_tokens"] = options.MaxOutputTokens,
            ["system"] = request.System,
            ["messages"] = Messages(request.Messages),
            ["stream"] = request.Stream,
        };
        if (options.Temperature is { } temperature)
            body["temperature"] = temperature;
        if (request.Tools.Count > 0)
            (body["tools"], body["tool_choice"]) = (new JsonArray([.. request.Tools.Select(Tool)]), new JsonObject { ["type"] = "auto" });
        if (request.Schema is { } schema && options.Json == JsonMode.Schema)
            body["output_config"] = new JsonObject { ["format"] = new JsonObject { ["type"] = "json_schema", ["schema"] = schema.Node() } };
        return body;
    }

    /// <summary>Turns alternate, and the results of tools come first in the very next turn after their calls.</summary>
    private JsonArray Messages(IReadOnlyList<WireMessage> messages)
    {
        var written = new JsonArray();
        string? last = null;
        foreach (var message in messages)
        {
            var role = message.Role == ChatRole.Assistant ? "assistant" : "user";
            var blocks = Blocks(message).ToArray();
            if (blocks.Length == 0)
                continue;
            if (role == last)
                foreach (var block in blocks)
                    written[^1]!["content"]!.AsArray().Add(block);
            else
                written.Add(new JsonObject { ["role"] = last = role, ["content"] = new JsonArray(blocks) });
        }

        return written;
    }

    private IEnumerable<JsonNode?> Blocks(WireMessage message) => message.Contents.Select(Block).OfType<JsonNode>();

    private JsonNode? Block(AIContent content) => content switch
    {
        { RawRepresentation: WirePart part } when part.Provider == options.Name => part.Node.DeepClone(),
        TextContent { Text.Length: > 0 } text => new JsonObject { ["type"] = "text", ["text"] = text.Text },
        FunctionCallContent call => new JsonObject
        {
            ["type"] = "tool_use",
            ["id"] = call.CallId,
            ["name"] = call.Name,
            ["input"] = ToolArguments.Object(call),
        },
        FunctionResultContent result => new JsonObject
        {
            ["type"] = "tool_result",
            ["tool_use_id"] = result.CallId,
            ["content"] = result.Result?.ToString() ?? "",
            ["is_error"] = result.Exception is not null,
        },
        _ => null,
    };

    private static JsonNode? Tool(WireTool tool) =>
        new JsonObject { ["name"] = tool.Name, ["description"] = tool.Description, ["input_schema"] = tool.Schema.Node() };
}
