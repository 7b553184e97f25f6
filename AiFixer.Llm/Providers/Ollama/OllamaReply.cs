using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.Ollama;

/// <summary>Reads Ollama's answer. It says "stop" even when it wants tools: only their presence counts.</summary>
internal static class OllamaReply
{
    public static ChatResponse Read(JsonElement body)
    {
        var message = body.At("message");
        if (message.ValueKind != JsonValueKind.Object)
            throw new ProviderException(FaultKind.Unreadable, $"There is no message in the answer: {Wire.Line(body.At("error").Text())}");
        var contents = new List<AIContent>();
        if (message.At("content").Text() is { Length: > 0 } text)
            contents.Add(new TextContent(text));
        contents.AddRange(message.At("tool_calls").Items().Select(call => ToolArguments.Call(
            call.At("id").Text() ?? "", call.At("function").At("name").Text() ?? "", call.At("function").At("arguments"))));
        return new(new ChatMessage(ChatRole.Assistant, contents))
        {
            ModelId = body.At("model").Text(),
            FinishReason = Finish(body.At("done_reason").Text(), contents),
            Usage = new()
            {
                InputTokenCount = body.At("prompt_eval_count").Whole(),
                OutputTokenCount = body.At("eval_count").Whole(),
            },
        };
    }

    private static ChatFinishReason Finish(string? reason, List<AIContent> contents) =>
        reason == "length" ? ChatFinishReason.Length
        : contents.OfType<FunctionCallContent>().Any() ? ChatFinishReason.ToolCalls
        : ChatFinishReason.Stop;
}
