using AiFixer.Core.Messages;

namespace AiFixer.Core.Ports;

/// <summary>
/// What arrived in one channel, each once however often it is delivered. Throws <see cref="JournalUnavailableException"/>
/// while the store is away. What returns is on disk.
/// </summary>
public interface IInbox
{
    /// <summary>Takes something in.</summary>
    /// <returns>False when it was taken before.</returns>
    Task<bool> AddAsync(string channel, string id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>Takes what is to be worked on, in the order in which it came; for so long nobody else gets it.</summary>
    Task<IReadOnlyList<ReceivedMessage>> TakeAsync(string channel, string holder, TimeSpan length, int limit, CancellationToken cancellationToken);

    /// <summary>Writes down what to go on with after a crash.</summary>
    Task NoteAsync(string channel, string id, string note, CancellationToken cancellationToken);

    Task DoneAsync(string channel, string id, CancellationToken cancellationToken);

    /// <summary>It failed, and is tried again later.</summary>
    Task LaterAsync(string channel, string id, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Forgets what was done and arrived so long ago.</summary>
    Task ForgetAsync(string channel, TimeSpan age, CancellationToken cancellationToken);
}
