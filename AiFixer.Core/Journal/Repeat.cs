namespace AiFixer.Core.Journal;

/// <summary>The sender said the same again: counted on the incident, not appended.</summary>
public sealed record Repeat(IncidentId Incident, DateTimeOffset SeenAt);
