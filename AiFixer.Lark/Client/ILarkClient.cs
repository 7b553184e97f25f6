using System.Text.Json.Nodes;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Client;

/// <summary>
/// The calls of the open platform that we need. Never throws for what the other side does; retries only what is harmless
/// to send again, within the deadline of the caller.
/// </summary>
public interface ILarkClient
{
    /// <param name="once">At most 50 characters: of the calls with the same within an hour one is done.</param>
    Task<LarkResult<SentMessage>> SendAsync(LarkReceiver to, LarkBody body, string once, CancellationToken cancellationToken);

    /// <param name="inThread">Whether the answer makes or joins a thread.</param>
    Task<LarkResult<SentMessage>> ReplyAsync(string messageId, LarkBody body, bool inThread, string once, CancellationToken cancellationToken);

    /// <summary>Puts another card into a message of ours.</summary>
    Task<LarkResult<LarkDone>> PatchAsync(string messageId, JsonObject card, CancellationToken cancellationToken);

    /// <param name="emoji">Such as <c>DONE</c>.</param>
    Task<LarkResult<LarkDone>> ReactAsync(string messageId, string emoji, CancellationToken cancellationToken);

    /// <summary>The signs on a message that are ours.</summary>
    Task<LarkResult<IReadOnlyList<OwnReaction>>> ReactionsAsync(string messageId, CancellationToken cancellationToken);

    Task<LarkResult<LarkDone>> UnreactAsync(string messageId, string reactionId, CancellationToken cancellationToken);

    Task<LarkResult<LarkMessage>> GetMessageAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>Who we are in chats.</summary>
    Task<LarkResult<LarkPerson>> WhoAmIAsync(CancellationToken cancellationToken);
}
