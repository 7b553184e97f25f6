using AiFixer.Core.Messages;

namespace AiFixer.Core.Ports;

/// <summary>
/// What arrived in one channel, each once however often it is delivered, and worked on by one at a time. Throws
/// <see cref="JournalUnavailableException"/> while the store is away. What returns is on disk. A holder's name is good for one
/// taking: whoever lost what they held changes nothing of it any more.
/// </summary>
public interface IInbox
{
    /// <summary>Takes something in, for anybody to work on.</summary>
    /// <returns>False when it was taken before.</returns>
    Task<bool> AddAsync(string channel, string id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>Takes something in that the holder works on at once; when they did not finish in that time, anybody may.</summary>
    /// <returns>Null when it was taken in before.</returns>
    Task<ReceivedMessage?> HoldAsync(string channel, string id, ReadOnlyMemory<byte> body, string holder, TimeSpan length, CancellationToken cancellationToken);

    /// <summary>Takes what is to be worked on, in the order in which it came; for so long nobody else gets it.</summary>
    Task<IReadOnlyList<ReceivedMessage>> TakeAsync(string channel, string holder, TimeSpan length, int limit, CancellationToken cancellationToken);

    /// <summary>Keeps it for so long from now on.</summary>
    /// <returns>False when somebody else has it, or it is done.</returns>
    Task<bool> KeepAsync(string channel, ReceivedMessage received, TimeSpan length, CancellationToken cancellationToken);

    /// <summary>Writes down what to go on with after a crash.</summary>
    /// <returns>False when somebody else has it, or it is done.</returns>
    Task<bool> NoteAsync(string channel, ReceivedMessage received, string note, CancellationToken cancellationToken);

    /// <returns>False when somebody else has it, or it is done.</returns>
    Task<bool> DoneAsync(string channel, ReceivedMessage received, CancellationToken cancellationToken);

    /// <summary>It failed, and is tried again later.</summary>
    /// <returns>False when somebody else has it, or it is done.</returns>
    Task<bool> LaterAsync(string channel, ReceivedMessage received, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Forgets what was done and arrived so long ago.</summary>
    Task ForgetAsync(string channel, TimeSpan age, CancellationToken cancellationToken);
}
