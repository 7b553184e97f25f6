using AiFixer.Core.Journal;

namespace AiFixer.Core.Ports;

/// <summary>The only authority on what happened. Broken I/O is a <see cref="JournalUnavailableException"/>.</summary>
public interface IJournal : IJournalReader
{
    /// <summary>
    /// Makes a decision durable together with what others ask for at the same moment, and answers after it is on disk.
    /// One bad item never sinks its neighbours.
    /// </summary>
    ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken);

    /// <summary>Counts a repeat, durably. False when the queue is full.</summary>
    ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken);

    /// <summary>Who holds a claim that has not expired.</summary>
    Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken);

    /// <summary>
    /// Incidents that are due at <paramref name="now"/>, those of the worst severity first and then the most overdue; of one
    /// shard or of all.
    /// </summary>
    Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken);
}
