namespace AiFixer.Playground.Lark.Room;

/// <summary>A group, or what somebody and the app say to each other.</summary>
/// <param name="Id">Such as <c>oc_…</c>.</param>
/// <param name="HasBot">Whether the app may write there.</param>
public sealed record RoomChat(string Id, string Name, bool IsGroup, IReadOnlyList<string> Members, bool HasBot = true)
{
    public string Type => IsGroup ? "group" : "p2p";
}
