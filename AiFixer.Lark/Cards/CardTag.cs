namespace AiFixer.Lark.Cards;

/// <summary>A small label in a header.</summary>
internal sealed record CardTag(string Text, string Color);
