namespace AiFixer.Playground.Lark.Room;

/// <summary>Somebody who can write and click.</summary>
/// <param name="OpenId">Such as <c>ou_…</c>.</param>
/// <param name="IsBot">Another app's bot rather than a person.</param>
public sealed record RoomPerson(string OpenId, string UserId, string UnionId, string Name, bool IsBot = false);
