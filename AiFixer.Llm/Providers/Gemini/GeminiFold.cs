using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Llm.Providers.Gemini;

/// <summary>Puts the pieces of a streamed answer together: each looks like a whole one with only some of the parts.</summary>
internal sealed class GeminiFold : IStreamFold
{
    private readonly JsonArray parts = [];
    private JsonObject last = [];
    private string? finish;

    public bool IsComplete => finish is not null || last.ContainsKey("promptFeedback");

    public void Add(JsonElement piece)
    {
        if (piece.At("error").ValueKind == JsonValueKind.Object || piece.At(0).At("error").ValueKind == JsonValueKind.Object)
            throw new ProviderException(GeminiFaults.Of(500, piece.GetRawText()));
        var candidate = piece.At("candidates").At(0);
        foreach (var part in candidate.At("content").At("parts").Items())
            parts.Add(part.Node());
        finish = candidate.At("finishReason").Text() ?? finish;
        last = piece.Node() as JsonObject ?? last;
    }

    public JsonObject Whole()
    {
        if (finish is null)
            return last;
        last["candidates"] = new JsonArray(new JsonObject
        {
            ["content"] = new JsonObject { ["role"] = "model", ["parts"] = parts.DeepClone() },
            ["finishReason"] = finish,
        });
        return last;
    }
}
