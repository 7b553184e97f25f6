namespace AiFixer.Core.Journal;

/// <summary>One line of a list.</summary>
/// <param name="Followers">How many incidents follow it, or did to the end.</param>
public sealed record IncidentListItem(IncidentId Id, long Version, IncidentRow Row, long Repeats, DateTimeOffset LastSeen, long Followers = 0);
