using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Core.Secrets;

namespace AiFixer.Plugins.Hosting;

/// <summary>Bounds what a plugin gives back; what is cut is said to be cut.</summary>
internal sealed class OutputLimit(int maxBytes)
{
    private const int MaxSentence = 2000;
    private const int MaxVerb = 60;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public PluginResult Bound(PluginResult result)
    {
        var bounded = result with
        {
            Data = result.Data is null ? null : SecretJson.Masked(result.Data),
            Message = Line(result.Message),
            Error = result.Error is null ? null : Line(result.Error),
        };
        if (bounded.Data is not { } data || Encoding.UTF8.GetByteCount(data) <= maxBytes)
            return bounded;
        var (cut, note) = Cut(data);
        return bounded with { Data = cut, Message = $"{bounded.Message} (cut: {note})" };
    }

    public PreviewResult Bound(PreviewResult result)
    {
        if (result.Plan is not { } plan)
            return result with { Error = Line(result.Error) };
        if (Encoding.UTF8.GetByteCount(plan.Payload) + Encoding.UTF8.GetByteCount(plan.Call) > 2 * maxBytes)
            return PreviewResult.Impossible($"the plan is larger than {maxBytes} bytes");
        return result with
        {
            Plan = PlanMask.Of(plan with { Diff = Shortened(plan.Diff) }),
            Traits = result.Traits is { } traits ? traits with { Verb = OutsideText.Line(traits.Verb, MaxVerb) } : null,
        };
    }

    public static ExecuteResult Bound(ExecuteResult result) => result with { Message = Line(result.Message) };

    public static Observation Bound(Observation result) => result with { Details = Line(result.Details) };

    /// <summary>Masked before it is cut, so that no cut hides half a secret from the mask.</summary>
    private static string Line(string? text) => OutsideText.Line(SecretText.Masked(text ?? ""), MaxSentence);

    private string Shortened(string text) =>
        text.Length <= maxBytes / 4 ? text : $"{text[..(maxBytes / 4)]}\n… cut: {text.Length} characters in all";

    private (string Data, string Note) Cut(string data)
    {
        try
        {
            if (JsonNode.Parse(data) is JsonObject answer && LongestArray(answer) is { Value: JsonArray items } longest)
                return CutArray(answer, longest.Key, items);
        }
        catch (JsonException)
        {
            // Not JSON: kept as text below.
        }

        var text = new JsonObject { ["truncated"] = true, ["text"] = data[..Math.Min(data.Length, maxBytes / 4)] };
        return (text.ToJsonString(Readable), $"{data.Length} characters in all");
    }

    private static KeyValuePair<string, JsonNode?>? LongestArray(JsonObject answer) => answer
        .Where(p => p.Value is JsonArray { Count: > 0 })
        .OrderByDescending(p => p.Value!.ToJsonString(Readable).Length)
        .Select(p => (KeyValuePair<string, JsonNode?>?)p)
        .FirstOrDefault();

    private (string Data, string Note) CutArray(JsonObject answer, string name, JsonArray items)
    {
        var all = items.Count;
        var size = Encoding.UTF8.GetByteCount(answer.ToJsonString(Readable)) + 64;
        while (items.Count > 0 && size > maxBytes)
        {
            size -= Encoding.UTF8.GetByteCount(items[^1]?.ToJsonString(Readable) ?? "null") + 1;
            items.RemoveAt(items.Count - 1);
        }

        var note = $"{items.Count} of {all} {name}";
        answer["truncated"] = note;
        return (answer.ToJsonString(Readable), note);
    }
}
