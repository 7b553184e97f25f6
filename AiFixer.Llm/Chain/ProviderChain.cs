using AiFixer.Llm.Budgets;
using AiFixer.Llm.Transcripts;

namespace AiFixer.Llm.Chain;

/// <summary>The providers in the order in which they are asked.</summary>
internal sealed class ProviderChain(IReadOnlyList<Provider> providers, LlmOptions options, TimeProvider time)
{
    /// <summary>Whom answers may come from: a part of what a cached answer is an answer of.</summary>
    public string Names => string.Join(", ", providers.Select(provider => provider.Options.Label));

    public ChainSession Begin(Budget budget, Transcript transcript) => new(providers, budget, transcript, options.LongestWait, time);
}
