using AiFixer.Core.Journal;

namespace AiFixer.Core.Ports;

/// <summary>Reading what happened to one incident. Broken I/O is a <see cref="JournalUnavailableException"/>.</summary>
public interface IJournalReader
{
    Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken);

    /// <summary>All entries of an incident, oldest first.</summary>
    Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken);

    Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken);
}
