namespace AiFixer.Core.Journal;

/// <summary>One entry as the store has it.</summary>
public sealed record StoredEntry(IncidentId Incident, long Version, ReadOnlyMemory<byte> Entry, string Digest);
