using AiFixer.Core.Journal;

namespace AiFixer.Core.Alerts;

/// <summary>One alert of one delivery.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Firing">False when the sender says it is over.</param>
/// <param name="InboxKey">The same for every delivery of the same news, so that a redelivery acts once.</param>
/// <param name="Truncated">The sender cut alerts off this delivery, so "resolved" cannot be trusted to close anything.</param>
/// <param name="Raw">The raw payload, when it is kept.</param>
public sealed record IncomingAlert(Alert Alert, bool Firing, string InboxKey, bool Truncated = false, Blob? Raw = null)
{
    /// <summary>The span in which it was taken; null when nobody traces.</summary>
    public string? Span { get; init; }

    /// <summary>The sender gave the delivery a name of its own: what has it is the same delivery, however much later it comes.</summary>
    public bool Named { get; init; }
}
