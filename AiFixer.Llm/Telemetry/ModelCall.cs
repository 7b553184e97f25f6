using System.Diagnostics;
using AiFixer.Core.Secrets;
using AiFixer.Llm.Budgets;
using AiFixer.Llm.Chain;
using AiFixer.Llm.Providers;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Telemetry;

/// <summary>One call to a model in traces and metrics: sizes, never what was said: the transcript has that.</summary>
internal sealed class ModelCall : IDisposable
{
    private const string Chat = "chat";

    private readonly Activity? activity;
    private readonly TimeProvider time;
    private readonly long begun;
    private TagList tags;

    public ModelCall(Provider provider, IReadOnlyList<ChatMessage> messages, ChatOptions chat, Activity? activity, TimeProvider time)
    {
        (this.activity, this.time, begun) = (activity, time, time.GetTimestamp());
        tags = new() { { GenAi.Operation, Chat }, { GenAi.Provider, provider.System }, { GenAi.RequestModel, provider.Options.Model } };
        if (activity is not { IsAllDataRequested: true })
            return;
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        activity.SetTag("server.address", provider.Options.BaseUrl.Host);
        activity.SetTag("server.port", provider.Options.BaseUrl.Port);
        activity.SetTag(GenAi.MaxTokens, provider.Options.MaxOutputTokens);
        activity.SetTag(GenAi.OutputType, chat.ResponseFormat is ChatResponseFormatJson ? "json" : "text");
        activity.SetTag("aifixer.llm.input.messages", messages.Count);
        activity.SetTag("aifixer.llm.input.characters", messages.Sum(message => message.Text.Length));
        activity.SetTag("aifixer.llm.input.tools", chat.Tools?.Count ?? 0);
    }

    public void Answered(ChatResponse response, Cost cost)
    {
        LlmInstruments.Tokens.Record((int)Math.Min(cost.TokensIn, int.MaxValue), With(GenAi.TokenType, "input"));
        LlmInstruments.Tokens.Record((int)Math.Min(cost.TokensOut, int.MaxValue), With(GenAi.TokenType, "output"));
        LlmInstruments.Money.Add((double)cost.Money, tags);
        if (activity is not { IsAllDataRequested: true })
            return;
        activity.SetTag(GenAi.ResponseModel, response.ModelId);
        activity.SetTag(GenAi.ResponseId, response.ResponseId);
        activity.SetTag(GenAi.FinishReasons, new[] { response.FinishReason?.Value ?? "" });
        activity.SetTag(GenAi.InputTokens, cost.TokensIn);
        activity.SetTag(GenAi.OutputTokens, cost.TokensOut);
        activity.SetTag(GenAi.CachedTokens, response.Usage?.CachedInputTokenCount);
        activity.SetTag(GenAi.Cost, (double)cost.Money);
        activity.SetTag("aifixer.llm.output.characters", response.Text.Length);
        activity.SetTag("aifixer.llm.output.tool_calls", response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Count());
    }

    public void Failed(ProviderFault fault)
    {
        tags.Add(GenAi.ErrorType, fault.Kind.ToString());
        activity?.SetTag(GenAi.ErrorType, fault.Kind.ToString());
        activity?.SetStatus(ActivityStatusCode.Error, SecretText.Masked(fault.Message));
        LlmInstruments.Faults.Add(1, tags);
    }

    public void Dispose()
    {
        LlmInstruments.Durations.Record(time.GetElapsedTime(begun).TotalSeconds, tags);
        activity?.Dispose();
    }

    private TagList With(string name, string value)
    {
        var more = tags;
        more.Add(name, value);
        return more;
    }
}
