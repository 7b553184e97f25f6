using AiFixer.Core.Messages;
using AiFixer.Lark.Room;

namespace AiFixer.Lark.Talk;

/// <summary>Works on one thing of the inbox: a message, or a click whose process died over it.</summary>
internal sealed class InboxWork(MessageHandling messages, Clicking clicks)
{
    /// <returns>Why it has to be tried again; null when it is done.</returns>
    public Task<string?> HandleAsync(ReceivedMessage received, CancellationToken cancellationToken) => RoomKeys.IsClick(received.Id)
        ? clicks.ResumeAsync(received, cancellationToken)
        : messages.HandleAsync(received, cancellationToken);
}
