namespace AiFixer.Playground.Lark.Room;

/// <summary>Somebody who is named in a message.</summary>
/// <param name="Key">Where, such as <c>@_user_1</c>.</param>
public sealed record RoomMention(string Key, RoomPerson Person);
