namespace AiFixer.Storage.Retention;

/// <summary>The last line: nothing is missing before it.</summary>
internal sealed record ArchiveEnd(int Incidents, long Entries, int Blobs);
