namespace AiFixer.Core.Journal;

/// <summary>How many more follow an incident, or fewer.</summary>
public sealed record FollowerCount(IncidentId Leader, int Change);
