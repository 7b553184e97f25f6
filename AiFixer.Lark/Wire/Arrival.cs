using AiFixer.Lark.Events;

namespace AiFixer.Lark.Wire;

/// <summary>What a request or a frame turned out to be.</summary>
internal abstract record Arrival
{
    private Arrival()
    {
    }

    /// <summary>The platform asks whether we are there.</summary>
    public sealed record Challenge(string Text) : Arrival;

    public sealed record Written(LarkMessage Message) : Arrival;

    /// <param name="IsOfOld">Whether the answer takes the older form.</param>
    public sealed record Clicked(LarkClick Click, bool IsOfOld) : Arrival;

    /// <summary>It is genuine, and nothing that we do something about.</summary>
    /// <param name="Type">What it is, or what is wrong with it.</param>
    public sealed record Other(string Type) : Arrival;

    /// <summary>It is not taken.</summary>
    public sealed record Refused(RefusalReason Reason, string Message) : Arrival;
}
