using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Llm.Providers.Anthropic;

/// <summary>Puts the events of a streamed message together.</summary>
internal sealed class AnthropicFold : IStreamFold
{
    private readonly SortedDictionary<long, JsonObject> blocks = [];
    private readonly Dictionary<long, StringBuilder> inputs = [];
    private JsonObject message = [];

    public bool IsComplete { get; private set; }

    public void Add(JsonElement piece)
    {
        switch (piece.At("type").Text())
        {
            case "message_start":
                message = piece.At("message").Node() as JsonObject ?? [];
                break;
            case "content_block_start":
                blocks[piece.At("index").Whole() ?? 0] = piece.At("content_block").Node() as JsonObject ?? [];
                break;
            case "content_block_delta":
                Add(piece.At("index").Whole() ?? 0, piece.At("delta"));
                break;
            case "message_delta":
                message["stop_reason"] = piece.At("delta").At("stop_reason").Node();
                Count(piece.At("usage"));
                break;
            case "message_stop":
                IsComplete = true;
                break;
            case "error":
                throw new ProviderException(AnthropicFaults.Of(500, piece.GetRawText()));
        }
    }

    public JsonObject Whole()
    {
        foreach (var (index, input) in inputs)
            blocks[index]["input"] = input.Length == 0 ? new JsonObject() : Wire.TryParse(input.ToString())?.Node() ?? input.ToString();
        message["content"] = new JsonArray([.. blocks.Values.Select(block => (JsonNode?)block.DeepClone())]);
        return message;
    }

    private void Add(long index, JsonElement delta)
    {
        if (!blocks.TryGetValue(index, out var block))
            blocks[index] = block = new() { ["type"] = "text" };
        switch (delta.At("type").Text())
        {
            case "text_delta":
                Append(block, "text", delta.At("text").Text());
                break;
            case "thinking_delta":
                Append(block, "thinking", delta.At("thinking").Text());
                break;
            case "signature_delta":
                Append(block, "signature", delta.At("signature").Text());
                break;
            case "input_json_delta":
                if (!inputs.TryGetValue(index, out var input))
                    inputs[index] = input = new();
                input.Append(delta.At("partial_json").Text());
                break;
        }
    }

    private static void Append(JsonObject block, string name, string? text) => block[name] = block[name]?.GetValue<string>() + text;

    private void Count(JsonElement usage)
    {
        if (usage.ValueKind != JsonValueKind.Object)
            return;
        var counts = message["usage"] as JsonObject ?? [];
        foreach (var count in usage.EnumerateObject())
            counts[count.Name] = count.Value.Node();
        message["usage"] = counts.Parent is null ? counts : counts.DeepClone();
    }
}
