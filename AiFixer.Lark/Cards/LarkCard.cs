namespace AiFixer.Lark.Cards;

/// <summary>A whole card.</summary>
/// <param name="Summary">What notifications and lists of chats show.</param>
/// <param name="Color">Of <see cref="CardColor"/>.</param>
internal sealed record LarkCard(string Title, string Subtitle, string Summary, string Color, IReadOnlyList<CardTag> Tags, IReadOnlyList<CardElement> Elements);
