using AiFixer.Llm.Budgets;
using AiFixer.Llm.Providers;
using AiFixer.Llm.Telemetry;
using AiFixer.Llm.Transcripts;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Chain;

/// <summary>One conversation with whoever in the chain answers. Who failed in it is not asked again in it.</summary>
internal sealed class ChainSession(IReadOnlyList<Provider> providers, Budget budget, Transcript transcript, TimeSpan longestWait, TimeProvider time)
{
    private readonly HashSet<Provider> dropped = [];
    private readonly Dictionary<Provider, string> reasons = [];
    private bool waited;

    /// <summary>Who answered last.</summary>
    public Provider? Current { get; private set; }

    /// <summary>Why nobody answers any more, one reason for each provider.</summary>
    public IReadOnlyList<string> Reasons => [.. reasons.Select(reason => $"{reason.Key.Options.Label}: {reason.Value}")];

    /// <summary>Asks the first that can be asked; null when none answers.</summary>
    public async Task<ChatResponse?> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions chat, CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var provider in providers.Where(provider => !dropped.Contains(provider)))
            {
                if (await TryAsync(provider, messages, chat, cancellationToken) is { } response)
                    return response;
                if (budget.Exhausted() is not null)
                    return null;
            }

            if (!await WaitAsync(cancellationToken))
                return null;
        }
    }

    /// <summary>The answers of whoever spoke last are of no use.</summary>
    public void Reject(string why)
    {
        if (Current is not { } provider)
            return;
        transcript.Fault(provider.Options.Label, new(FaultKind.Invalid, why));
        Drop(provider, $"{FaultKind.Invalid}: {why}");
    }

    private async Task<ChatResponse?> TryAsync(Provider provider, IReadOnlyList<ChatMessage> messages, ChatOptions chat, CancellationToken cancellationToken)
    {
        if (provider.Health.Pause is { } pause)
            return Skip(provider, $"left alone until {pause.Until:HH:mm:ss}: {pause.Why}");
        using var place = provider.Pace.TryEnter(out var wait);
        if (place is null)
            return Skip(provider, $"as many calls as it may get; again in {wait}");
        using var call = LlmInstruments.Call(provider, messages, chat, time);
        try
        {
            var response = await AskAsync(provider, messages, chat, cancellationToken);
            call.Answered(response, Charge(provider, messages, response));
            if (response.FinishReason == ChatFinishReason.ContentFilter)
                throw new ProviderException(FaultKind.Refused, "The model, or a filter before it, would not answer.");
            provider.Health.Succeeded();
            Current = provider;
            return response;
        }
        catch (ProviderException e)
        {
            call.Failed(e.Fault);
            return Failed(provider, e.Fault);
        }
    }

    private async Task<ChatResponse> AskAsync(Provider provider, IReadOnlyList<ChatMessage> messages, ChatOptions chat, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(budget.TimeLeft, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await provider.Client.GetResponseAsync(messages, chat, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProviderException(FaultKind.TimedOut, "the time for this diagnosis is over");
        }
    }

    private Cost Charge(Provider provider, IReadOnlyList<ChatMessage> messages, ChatResponse response)
    {
        var cost = budget.Charge(provider.Options, response.Usage, messages.Sum(message => message.Text.Length), response.Text.Length);
        transcript.Answer(provider.Options.Label, response, cost);
        return cost;
    }

    /// <summary>It may be asked again in this conversation, should all others fail and the time come.</summary>
    private ChatResponse? Skip(Provider provider, string why)
    {
        reasons[provider] = why;
        transcript.Skipped(provider.Options.Label, why);
        return null;
    }

    private ChatResponse? Failed(Provider provider, ProviderFault fault)
    {
        provider.Health.Failed(fault);
        transcript.Fault(provider.Options.Label, fault);
        if (fault.Kind == FaultKind.RateLimited && provider.Health.Pause is not null)
            reasons[provider] = fault.ToString();
        else
            Drop(provider, fault.ToString());
        return null;
    }

    private void Drop(Provider provider, string why)
    {
        dropped.Add(provider);
        reasons[provider] = why;
    }

    /// <summary>Once, and only when somebody will take calls again soon enough.</summary>
    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        var waits = providers.Where(provider => !dropped.Contains(provider))
            .Select(provider => (provider.Health.Pause?.Until ?? time.GetUtcNow()) - time.GetUtcNow()).ToList();
        if (waited || waits.Count == 0 || waits.Min() is var shortest && (shortest > longestWait || shortest >= budget.TimeLeft))
            return false;
        waited = true;
        await Task.Delay(shortest > TimeSpan.Zero ? shortest : TimeSpan.FromSeconds(1), time, cancellationToken);
        return true;
    }
}
