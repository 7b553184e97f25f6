namespace AiFixer.Lark.Cards;

/// <summary>One thing on a card, from top to bottom.</summary>
internal abstract record CardElement;
