using System.Diagnostics;
using AiFixer.Llm.Budgets;
using AiFixer.Llm.Chain;
using AiFixer.Llm.Providers;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Telemetry;

/// <summary>One call to a model in traces and counters. What was said is not in it: the transcript has that.</summary>
internal sealed class ModelCall : IDisposable
{
    private readonly Activity? activity;
    private readonly TagList tags;

    public ModelCall(Provider provider, Activity? activity)
    {
        this.activity = activity;
        tags = new() { { "gen_ai.provider.name", provider.System }, { "gen_ai.request.model", provider.Options.Model } };
        foreach (var (name, value) in tags)
            activity?.SetTag(name, value);
        activity?.SetTag("gen_ai.operation.name", "chat");
        activity?.SetTag("server.address", provider.Options.BaseUrl.Host);
        activity?.SetTag("gen_ai.request.max_tokens", provider.Options.MaxOutputTokens);
    }

    public void Answered(ChatResponse response, Cost cost)
    {
        activity?.SetTag("gen_ai.response.model", response.ModelId);
        activity?.SetTag("gen_ai.response.id", response.ResponseId);
        activity?.SetTag("gen_ai.response.finish_reasons", new[] { response.FinishReason?.Value ?? "" });
        activity?.SetTag("gen_ai.usage.input_tokens", cost.TokensIn);
        activity?.SetTag("gen_ai.usage.output_tokens", cost.TokensOut);
        activity?.SetTag("aifixer.llm.cost", (double)cost.Money);
        LlmInstruments.Tokens.Add(cost.TokensIn, With("gen_ai.token.type", "input"));
        LlmInstruments.Tokens.Add(cost.TokensOut, With("gen_ai.token.type", "output"));
        LlmInstruments.Money.Add((double)cost.Money, tags);
    }

    public void Failed(ProviderFault fault)
    {
        activity?.SetTag("error.type", fault.Kind.ToString());
        activity?.SetStatus(ActivityStatusCode.Error, fault.Message);
        LlmInstruments.Faults.Add(1, With("error.type", fault.Kind.ToString()));
    }

    public void Dispose() => activity?.Dispose();

    private TagList With(string name, string value)
    {
        var more = tags;
        more.Add(name, value);
        return more;
    }
}
