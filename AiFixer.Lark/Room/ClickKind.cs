namespace AiFixer.Lark.Room;

/// <summary>What a button asks for.</summary>
internal enum ClickKind
{
    Approve,
    Reject,
    Take,
    Again,
    Fixed,
    Ignore,
}
