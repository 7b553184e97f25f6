namespace AiFixer.Storage.Retention;

/// <summary>Some incidents of a file that are removed from the store together.</summary>
internal sealed record ArchivePiece(Archive Archive, IReadOnlyList<ClosedIncident> Incidents, DateTimeOffset Cutoff);
