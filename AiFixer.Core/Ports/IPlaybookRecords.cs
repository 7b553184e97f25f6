using AiFixer.Core.Playbooks;

namespace AiFixer.Core.Ports;

/// <summary>How often playbooks helped. Throws <see cref="JournalUnavailableException"/> while the store is away.</summary>
public interface IPlaybookRecords
{
    /// <summary>By the playbook's id; one that never acted is not among them.</summary>
    Task<IReadOnlyDictionary<string, PlaybookRecord>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Null for one that never acted.</summary>
    Task<PlaybookRecord?> FindAsync(string playbook, CancellationToken cancellationToken);
}
