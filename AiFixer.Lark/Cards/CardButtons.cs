namespace AiFixer.Lark.Cards;

/// <summary>Buttons beside each other.</summary>
internal sealed record CardButtons(IReadOnlyList<CardButton> Buttons) : CardElement;
