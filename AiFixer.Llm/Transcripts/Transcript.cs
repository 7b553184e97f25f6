using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Core.Journal;
using AiFixer.Core.Secrets;
using AiFixer.Llm.Budgets;
using AiFixer.Llm.Providers;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Transcripts;

/// <summary>What was said between AiFixer and models in one diagnosis, as it was said: masked, and bounded.</summary>
internal sealed class Transcript(TimeProvider time)
{
    private const int LongestText = 16 * 1024;
    private const int MostEntries = 400;
    private const int LongestWhole = 1024 * 1024;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonArray entries = [];
    private Cost total;
    private int written;

    public Cost Total => total;

    /// <summary>Nothing was said to anybody.</summary>
    public bool IsEmpty => entries.Count == 0;

    /// <param name="who"><c>system</c>, <c>user</c>, <c>tool</c> or <c>note</c>.</param>
    public void Say(string who, string text) => Add(new() { ["who"] = who, ["text"] = Bounded(text) });

    public void Answer(string provider, ChatResponse response, Cost cost)
    {
        total += cost;
        Add(new()
        {
            ["who"] = provider,
            ["model"] = response.ModelId is { } model ? Bounded(model) : null,
            ["text"] = Bounded(response.Text),
            ["calls"] = new JsonArray([.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Select(Call)]),
            ["finish"] = response.FinishReason is { } finish ? Bounded(finish.Value) : null,
            ["tokensIn"] = cost.TokensIn,
            ["tokensOut"] = cost.TokensOut,
            ["cost"] = cost.Money,
        });
    }

    public void Fault(string provider, ProviderFault fault) => Add(new() { ["who"] = provider, ["fault"] = fault.Kind.ToString(), ["text"] = SecretText.Masked(fault.Message) });

    public void Skipped(string provider, string why) => Add(new() { ["who"] = provider, ["skipped"] = Bounded(why) });

    public Blob ToBlob()
    {
        var whole = new JsonObject
        {
            ["entries"] = entries.DeepClone(),
            ["tokensIn"] = total.TokensIn,
            ["tokensOut"] = total.TokensOut,
            ["cost"] = total.Money,
        };
        return Blob.Of("application/json", JsonSerializer.SerializeToUtf8Bytes(whole, Readable));
    }

    private JsonNode? Call(FunctionCallContent call) => new JsonObject
    {
        ["id"] = call.CallId,
        ["tool"] = Bounded(call.Name),
        ["arguments"] = Bounded(call.Exception is { } problem ? problem.Message : ToolArguments.Object(call).ToJsonString()),
    };

    private void Add(JsonObject entry)
    {
        if (entries.Count >= MostEntries)
            return;
        entry["at"] = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        entries.Add(entry);
    }

    private string Bounded(string text)
    {
        text = SecretText.Masked(text);
        var most = Math.Min(LongestText, Math.Max(LongestWhole - written, 0));
        written += Math.Min(text.Length, most);
        return text.Length <= most ? text : $"{text[..most]}… [{text.Length - most} characters cut]";
    }
}
