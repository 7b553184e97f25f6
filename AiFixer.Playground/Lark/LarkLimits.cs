namespace AiFixer.Playground.Lark;

/// <summary>How many calls a second are taken.</summary>
public sealed record LarkLimits(int PerApi = 50, int PerChat = 5, int PerMessage = 5)
{
    public static LarkLimits None { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue);
}
