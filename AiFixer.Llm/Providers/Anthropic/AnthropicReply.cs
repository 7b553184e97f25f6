using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.Anthropic;

/// <summary>Reads an answer of Anthropic's.</summary>
/// <param name="provider">Blocks that only it understands go back to it unchanged.</param>
internal sealed class AnthropicReply(string provider)
{
    public ChatResponse Read(JsonElement body)
    {
        if (body.At("content").ValueKind != JsonValueKind.Array)
            throw new ProviderException(FaultKind.Unreadable, $"There is no content in the answer: {Wire.Line(body.At("error").At("message").Text())}");
        var usage = body.At("usage");
        return new(new ChatMessage(ChatRole.Assistant, [.. body.At("content").Items().Select(Content)]))
        {
            ModelId = body.At("model").Text(),
            ResponseId = body.At("id").Text(),
            FinishReason = Finish(body.At("stop_reason").Text()),
            Usage = new()
            {
                // What was read from a cache is read all the same.
                CachedInputTokenCount = usage.At("cache_read_input_tokens").Whole(),
                InputTokenCount = usage.At("input_tokens").Whole() + (usage.At("cache_creation_input_tokens").Whole() ?? 0) + (usage.At("cache_read_input_tokens").Whole() ?? 0),
                OutputTokenCount = usage.At("output_tokens").Whole(),
            },
        };
    }

    private AIContent Content(JsonElement block) => block.At("type").Text() switch
    {
        "text" => new TextContent(block.At("text").Text() ?? ""),
        "tool_use" => ToolArguments.Call(block.At("id").Text() ?? "", block.At("name").Text() ?? "", block.At("input")),
        _ => new AIContent { RawRepresentation = new WirePart(provider, block.Node()!) },
    };

    private static ChatFinishReason Finish(string? reason) => reason switch
    {
        "max_tokens" or "model_context_window_exceeded" => ChatFinishReason.Length,
        "refusal" => ChatFinishReason.ContentFilter,
        "tool_use" => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };
}
