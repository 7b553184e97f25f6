namespace AiFixer.Core.Journal;

/// <summary>An incident as the store has it.</summary>
/// <param name="Repeats">How often the sender said the same again.</param>
/// <param name="LastSeen">When the sender last said it.</param>
/// <param name="Followers">How many incidents follow it, or did to the end.</param>
public sealed record StoredIncident(
    IncidentId Id,
    long Version,
    string Digest,
    ReadOnlyMemory<byte> Snapshot,
    IncidentRow Row,
    long Repeats,
    DateTimeOffset LastSeen,
    long Followers = 0);
