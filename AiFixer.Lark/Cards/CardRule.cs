namespace AiFixer.Lark.Cards;

/// <summary>A line across.</summary>
internal sealed record CardRule : CardElement;
