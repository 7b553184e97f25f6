using AiFixer.Core.Alerts;

namespace AiFixer.Core.Incidents;

/// <summary>The sender said something about this incident's trouble.</summary>
/// <param name="InboxKey">The delivery, remembered with what it changes.</param>
public sealed record AlertInput(Alert Alert, bool Firing, bool Truncated, string? InboxKey = null) : IncidentInput
{
    /// <summary>The sender gave the delivery a name of its own.</summary>
    public bool Named { get; init; }
}
