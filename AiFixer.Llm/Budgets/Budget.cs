using System.Globalization;
using AiFixer.Llm.Providers;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Budgets;

/// <summary>What one diagnosis may still use. Tokens and money are the incident's and last over all its diagnoses.</summary>
internal sealed class Budget(BudgetOptions options, Spending spending, TimeProvider time)
{
    private readonly DateTimeOffset end = time.GetUtcNow() + options.Time;
    private int rounds;

    /// <summary>When whatever is under way has to end.</summary>
    public TimeSpan TimeLeft => end - time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Whether the next round is the last one there is: then no more tools are offered.</summary>
    public bool IsLastRound => rounds >= options.Rounds - 1;

    public void CountRound() => rounds++;

    public void GiveBackRound() => rounds = Math.Max(rounds - 1, 0);

    /// <summary>Why no new round may begin; null while one may.</summary>
    public string? OutOfRounds() => rounds < options.Rounds
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"the budget of {options.Rounds} rounds is used up");

    /// <summary>Why nothing more may be asked; null while something may.</summary>
    public string? Exhausted()
    {
        if (spending.Tokens >= options.Tokens)
            return string.Create(CultureInfo.InvariantCulture, $"the budget of {options.Tokens} tokens is used up");
        if (spending.Money >= options.Money)
            return string.Create(CultureInfo.InvariantCulture, $"the budget of {options.Money} for models is used up");
        return TimeLeft == TimeSpan.Zero ? $"the budget of {options.Time} is used up" : null;
    }

    /// <summary>A provider that does not count is charged by the size of what was said.</summary>
    public Cost Charge(ProviderOptions provider, UsageDetails? usage, int charactersIn, int charactersOut)
    {
        var cost = Cost.Of(provider, usage?.InputTokenCount ?? Guess(charactersIn), usage?.OutputTokenCount ?? Guess(charactersOut));
        spending.Add(cost);
        return cost;
    }

    /// <summary>About four characters make a token, and counting too many is the safer mistake.</summary>
    private static long Guess(int characters) => (characters / 3) + 1;
}
