using System.Collections.Concurrent;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>Says of playbooks what the test wants, and counts how often it is asked.</summary>
internal sealed class TallyRecords : IPlaybookRecords
{
    private int asked;

    public ConcurrentDictionary<string, PlaybookRecord> All { get; } = new(StringComparer.Ordinal);

    public int Asked => Volatile.Read(ref asked);

    public bool IsAway { get; set; }

    public Task<IReadOnlyDictionary<string, PlaybookRecord>> ReadAsync(CancellationToken cancellationToken)
    {
        Ask();
        return Task.FromResult<IReadOnlyDictionary<string, PlaybookRecord>>(All.ToDictionary());
    }

    public Task<PlaybookRecord?> FindAsync(string playbook, CancellationToken cancellationToken)
    {
        Ask();
        return Task.FromResult(All.GetValueOrDefault(playbook));
    }

    private void Ask()
    {
        Interlocked.Increment(ref asked);
        if (IsAway)
            throw new JournalUnavailableException("The store does not answer.");
    }
}
