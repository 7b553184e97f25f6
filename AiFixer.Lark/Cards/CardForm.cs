namespace AiFixer.Lark.Cards;

/// <summary>One line to fill in, and the button that sends it.</summary>
/// <param name="Name">Unique on its card, of ASCII letters.</param>
/// <param name="Field">What the text is called when it arrives.</param>
/// <param name="Submit">Must carry a value.</param>
internal sealed record CardForm(string Name, string Field, string Label, string Placeholder, CardButton Submit) : CardElement;
