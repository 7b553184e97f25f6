namespace AiFixer.Core.Journal;

/// <summary>One line of a list.</summary>
public sealed record IncidentListItem(IncidentId Id, long Version, IncidentRow Row, long Repeats, DateTimeOffset LastSeen);
