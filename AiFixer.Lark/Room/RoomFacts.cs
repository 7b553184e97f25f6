namespace AiFixer.Lark.Room;

/// <summary>What a card shows that is not part of the incident.</summary>
/// <param name="FixesLeft">How many automatic fixes there may be yet; null when that is not known.</param>
/// <param name="FixesInAll">Of how many.</param>
internal sealed record RoomFacts(long? FixesLeft = null, long FixesInAll = 0)
{
    public static RoomFacts None { get; } = new();
}
