using AiFixer.Llm.Providers;

namespace AiFixer.Llm.Budgets;

/// <summary>What a call used.</summary>
internal readonly record struct Cost(long TokensIn, long TokensOut, decimal Money)
{
    private const decimal Million = 1_000_000;

    public static Cost Of(ProviderOptions provider, long tokensIn, long tokensOut) =>
        new(tokensIn, tokensOut, ((tokensIn * provider.InputPrice) + (tokensOut * provider.OutputPrice)) / Million);

    public static Cost operator +(Cost left, Cost right) =>
        new(left.TokensIn + right.TokensIn, left.TokensOut + right.TokensOut, left.Money + right.Money);

    public long Tokens => TokensIn + TokensOut;
}
