namespace AiFixer.Lark.Client;

/// <summary>A sign that we put on a message.</summary>
/// <param name="Emoji">Such as <c>DONE</c>.</param>
public sealed record OwnReaction(string Id, string Emoji);
