using AiFixer.Core.Journal;

namespace AiFixer.Core.Ports;

/// <summary>Remembers incidents that were moved out of the store. Broken I/O is a <see cref="JournalUnavailableException"/>.</summary>
public interface IArchive
{
    /// <summary>Where an incident went; null when it was never archived.</summary>
    Task<ArchivedIncident?> FindAsync(IncidentId id, CancellationToken cancellationToken);
}
