using AiFixer.Lark.Room;

namespace AiFixer.Lark.Talk;

/// <summary>Rung when something is in the inbox.</summary>
internal sealed class InboxBell
{
    public RoomBell Bell { get; } = new();

    public void Ring() => Bell.Ring();
}
