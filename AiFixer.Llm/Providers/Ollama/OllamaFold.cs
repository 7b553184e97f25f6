using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Llm.Providers.Transport;

namespace AiFixer.Llm.Providers.Ollama;

/// <summary>Puts the lines of a streamed chat together.</summary>
internal sealed class OllamaFold : IStreamFold
{
    private readonly StringBuilder content = new();
    private readonly JsonArray calls = [];
    private JsonObject last = [];

    public bool IsComplete { get; private set; }

    public void Add(JsonElement piece)
    {
        if (piece.At("error").Text() is { } error)
            throw new ProviderException(StatusFaults.Of(500, error));
        content.Append(piece.At("message").At("content").Text());
        foreach (var call in piece.At("message").At("tool_calls").Items())
            calls.Add(call.Node());
        if (piece.At("done").Flag())
            (IsComplete, last) = (true, piece.Node() as JsonObject ?? []);
    }

    public JsonObject Whole()
    {
        last["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content.ToString(), ["tool_calls"] = calls.DeepClone() };
        return last;
    }
}
