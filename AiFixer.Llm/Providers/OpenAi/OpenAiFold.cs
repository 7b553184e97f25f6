using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Llm.Providers.OpenAi;

/// <summary>Puts the deltas of a streamed chat completion together.</summary>
internal sealed class OpenAiFold : IStreamFold
{
    private readonly StringBuilder content = new();
    private readonly StringBuilder refusal = new();
    private readonly SortedDictionary<long, PartialCall> calls = [];
    private JsonElement usage;
    private string? model;
    private string? id;
    private string? finish;

    public bool IsComplete { get; private set; }

    public void Add(JsonElement piece)
    {
        if (piece.ValueKind == JsonValueKind.String)
        {
            IsComplete = true;
            return;
        }

        if (OpenAiFaults.Said(piece) is { } said)
            throw new ProviderException(OpenAiFaults.Of(500, piece.GetRawText()) with { Message = Wire.Line(said) });
        (model, id) = (model ?? piece.At("model").Text(), id ?? piece.At("id").Text());
        if (piece.At("usage").ValueKind == JsonValueKind.Object)
            usage = piece.At("usage");
        var choice = piece.At("choices").At(0);
        var delta = choice.At("delta");
        content.Append(delta.At("content").Text());
        refusal.Append(delta.At("refusal").Text());
        foreach (var call in delta.At("tool_calls").Items())
            Add(call.At("index").Whole() ?? calls.Count, call);
        finish = choice.At("finish_reason").Text() ?? finish;
    }

    public JsonObject Whole() => new()
    {
        ["id"] = id,
        ["model"] = model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["finish_reason"] = finish,
            ["message"] = new JsonObject
            {
                ["content"] = content.ToString(),
                ["refusal"] = refusal.ToString(),
                ["tool_calls"] = new JsonArray([.. calls.Values.Select(call => (JsonNode?)call.Whole())]),
            },
        }),
        ["usage"] = usage.Node(),
    };

    private void Add(long index, JsonElement call)
    {
        if (!calls.TryGetValue(index, out var partial))
            calls[index] = partial = new();
        partial.Id ??= call.At("id").Text();
        partial.Name ??= call.At("function").At("name").Text();
        partial.Arguments.Append(call.At("function").At("arguments").Text());
    }

    private sealed class PartialCall
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();

        public JsonObject Whole() => new()
        {
            ["id"] = Id,
            ["function"] = new JsonObject { ["name"] = Name, ["arguments"] = Arguments.ToString() },
        };
    }
}
