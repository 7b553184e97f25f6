namespace AiFixer.Lark.Room;

/// <summary>What came of bringing an incident's messages in line.</summary>
internal abstract record RoomVerdict
{
    private RoomVerdict()
    {
    }

    /// <summary>They are as they should be.</summary>
    public sealed record Right : RoomVerdict
    {
        public static Right Instance { get; } = new();
    }

    /// <summary>Somebody else works on them: look again.</summary>
    public sealed record Raced : RoomVerdict
    {
        public static Raced Instance { get; } = new();
    }

    /// <summary>They are as they should be as far as anybody can tell now: look once more after so long.</summary>
    public sealed record Later(TimeSpan Wait) : RoomVerdict;

    /// <summary>The other side did not do it.</summary>
    /// <param name="Place">The chat it was for; empty when it was for none.</param>
    public sealed record Failed(Client.LarkError Error, string Place = "") : RoomVerdict;
}
