namespace AiFixer.Llm.Budgets;

/// <summary>What all models together may use for one incident. The section <c>Llm:Budget</c>.</summary>
internal sealed record BudgetOptions
{
    /// <summary>Questions to a model in one diagnosis: 1 to 64.</summary>
    public int Rounds { get; init; } = 8;

    /// <summary>Tokens in and out: 1,000 to 100,000,000.</summary>
    public long Tokens { get; init; } = 400_000;

    /// <summary>In the currency of the prices; a provider without prices costs nothing.</summary>
    public decimal Money { get; init; } = 2;

    /// <summary>For one diagnosis: 5 s to 1 h.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(5);
}
