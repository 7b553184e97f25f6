namespace AiFixer.Lark.Cards;

internal sealed record CardText(Markdown Text) : CardElement;
