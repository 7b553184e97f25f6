using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.Gemini;

/// <summary>Reads Gemini's answer. A blocked prompt has none, and "STOP" is said for calls of tools too.</summary>
internal sealed class GeminiReply(string provider)
{
    public ChatResponse Read(JsonElement body)
    {
        var candidate = body.At("candidates").At(0);
        var blocked = body.At("promptFeedback").At("blockReason").Text();
        if (candidate.ValueKind != JsonValueKind.Object && blocked is null)
            throw new ProviderException(FaultKind.Unreadable, "There is no candidate in the answer.");
        var contents = candidate.At("content").At("parts").Items().Select(Content).ToList();
        return new(new ChatMessage(ChatRole.Assistant, contents))
        {
            ModelId = body.At("modelVersion").Text(),
            ResponseId = body.At("responseId").Text(),
            FinishReason = blocked is not null ? ChatFinishReason.ContentFilter : Finish(candidate.At("finishReason").Text(), contents),
            Usage = new()
            {
                CachedInputTokenCount = body.At("usageMetadata").At("cachedContentTokenCount").Whole(),
                InputTokenCount = body.At("usageMetadata").At("promptTokenCount").Whole(),
                OutputTokenCount = body.At("usageMetadata").At("candidatesTokenCount").Whole() + (body.At("usageMetadata").At("thoughtsTokenCount").Whole() ?? 0),
            },
        };
    }

    private AIContent Content(JsonElement part)
    {
        if (part.At("functionCall") is { ValueKind: JsonValueKind.Object } call)
            return ToolArguments.Call(call.At("id").Text() ?? "", call.At("name").Text() ?? "", call.At("args"), new WirePart(provider, part.Node()!));
        // Thoughts are no part of the answer, but may have to go back.
        if (part.At("thought").Flag() || part.At("text").Text() is not { } text)
            return new AIContent { RawRepresentation = new WirePart(provider, part.Node()!) };
        return new TextContent(text) { RawRepresentation = part.At("thoughtSignature").Text() is null ? null : new WirePart(provider, part.Node()!) };
    }

    private static ChatFinishReason Finish(string? reason, List<AIContent> contents) => reason switch
    {
        "MAX_TOKENS" => ChatFinishReason.Length,
        "SAFETY" or "RECITATION" or "BLOCKLIST" or "PROHIBITED_CONTENT" or "SPII" or "LANGUAGE" => ChatFinishReason.ContentFilter,
        _ => contents.OfType<FunctionCallContent>().Any() ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
    };
}
