namespace AiFixer.Lark.Cards;

/// <summary>Something that is folded away under its title.</summary>
internal sealed record CardPanel(string Title, IReadOnlyList<CardText> Texts) : CardElement;
