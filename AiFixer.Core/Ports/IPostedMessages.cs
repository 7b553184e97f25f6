using AiFixer.Core.Journal;
using AiFixer.Core.Messages;

namespace AiFixer.Core.Ports;

/// <summary>
/// What was said about incidents in one channel, and which of it may be wrong. Throws <see cref="JournalUnavailableException"/>
/// while the store is away. What returns is on disk.
/// </summary>
public interface IPostedMessages
{
    /// <summary>The turn to bring messages in line: one process has it at a time.</summary>
    /// <returns>Whether it is ours for so long.</returns>
    Task<bool> TakeTurnAsync(string channel, string holder, TimeSpan length, CancellationToken cancellationToken);

    /// <summary>How far the changes of incidents were taken over; null when none ever were.</summary>
    Task<ChangePosition?> PositionAsync(string channel, CancellationToken cancellationToken);

    /// <summary>Takes note that incidents changed, and of how far that was read: both or neither.</summary>
    Task WantAsync(string channel, IReadOnlyCollection<IncidentId> changed, ChangePosition? position, CancellationToken cancellationToken);

    /// <summary>
    /// What is to be done now, the worst severity first and then what waits longest; of each severity that waits there is
    /// something among it, so that many of one do not keep the others waiting for ever.
    /// </summary>
    Task<IReadOnlyList<MessageWork>> DueAsync(string channel, int limit, CancellationToken cancellationToken);

    /// <summary>The messages are as they should be; unless an incident changed meanwhile, it is forgotten.</summary>
    Task DoneAsync(string channel, IReadOnlyCollection<MessageWork> done, CancellationToken cancellationToken);

    /// <summary>It failed, and is tried again later; what changed meanwhile is tried at once.</summary>
    Task LaterAsync(string channel, MessageWork work, TimeSpan wait, string error, CancellationToken cancellationToken);

    /// <summary>Nothing failed, and it is not done: it is looked at again later; what changed meanwhile is looked at at once.</summary>
    Task PutOffAsync(string channel, MessageWork work, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>What is wrong with an incident's messages; null when nothing is known to be.</summary>
    Task<MessageWork?> WorkAsync(string channel, IncidentId incident, CancellationToken cancellationToken);

    Task<MessageBacklog> BacklogAsync(string channel, CancellationToken cancellationToken);

    Task<IReadOnlyList<PostedMessage>> ListAsync(string channel, IncidentId incident, CancellationToken cancellationToken);

    /// <summary>The message that the other side calls so; null when it is none of ours, or about several incidents.</summary>
    Task<PostedMessage?> FindAsync(string channel, string messageId, CancellationToken cancellationToken);

    /// <summary>Writes a message down, unless somebody else did since it was read.</summary>
    /// <returns>It as it is now; null when somebody else was faster.</returns>
    Task<PostedMessage?> SaveAsync(string channel, PostedMessage message, CancellationToken cancellationToken);

    /// <summary>Forgets messages that nobody touched for so long.</summary>
    Task ForgetAsync(string channel, TimeSpan untouched, CancellationToken cancellationToken);
}
