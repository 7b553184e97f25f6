namespace AiFixer.Core.Journal;

/// <summary>The sender said the same again: counted on the incident, not appended.</summary>
public sealed record Repeat(IncidentId Incident, DateTimeOffset SeenAt)
{
    /// <summary>The delivery, when it has to be known again: it is remembered with the count, unless somebody remembers it already.</summary>
    public Claim? Delivery { get; init; }
}
