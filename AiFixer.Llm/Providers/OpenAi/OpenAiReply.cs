using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.OpenAi;

/// <summary>Reads a chat completion. Servers that only speak like OpenAI leave out ids, usage and refusals.</summary>
internal static class OpenAiReply
{
    public static ChatResponse Read(JsonElement body)
    {
        var choice = body.At("choices").At(0);
        var message = choice.At("message");
        if (message.ValueKind != JsonValueKind.Object)
            throw new ProviderException(FaultKind.Unreadable, OpenAiFaults.Said(body) is { } said ? $"No answer, but: {Wire.Line(said)}" : "There is no choice in the answer.");
        var contents = new List<AIContent>();
        if (message.At("content").Text() is { Length: > 0 } text)
            contents.Add(new TextContent(text));
        contents.AddRange(message.At("tool_calls").Items().Select(call => ToolArguments.Call(
            call.At("id").Text() ?? "", call.At("function").At("name").Text() ?? "", call.At("function").At("arguments"))));
        var refusal = message.At("refusal").Text();
        return new(new ChatMessage(ChatRole.Assistant, contents))
        {
            ModelId = body.At("model").Text(),
            ResponseId = body.At("id").Text(),
            FinishReason = refusal is { Length: > 0 } ? ChatFinishReason.ContentFilter : Finish(choice.At("finish_reason").Text()),
            Usage = new()
            {
                CachedInputTokenCount = body.At("usage").At("prompt_tokens_details").At("cached_tokens").Whole(),
                InputTokenCount = body.At("usage").At("prompt_tokens").Whole(),
                OutputTokenCount = body.At("usage").At("completion_tokens").Whole(),
            },
        };
    }

    /// <summary>New reasons appear, and some servers have their own: what is not known is an ordinary end.</summary>
    private static ChatFinishReason Finish(string? reason) => reason switch
    {
        "length" => ChatFinishReason.Length,
        "content_filter" => ChatFinishReason.ContentFilter,
        "tool_calls" or "function_call" => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };
}
