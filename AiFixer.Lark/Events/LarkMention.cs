namespace AiFixer.Lark.Events;

/// <summary>Somebody who is named in a message.</summary>
/// <param name="Key">How the text names them, such as <c>@_user_1</c>.</param>
public sealed record LarkMention(string Key, LarkPerson Person);
