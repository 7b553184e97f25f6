using System.Text.Json.Nodes;
using AiFixer.Lark.Client;
using AiFixer.Lark.Events;
using AiFixer.Simulation.Kernel;
using AiFixer.Simulation.World;

namespace AiFixer.Simulation.Chat;

/// <summary>The platform as one process reaches it: over the network, where calls and answers are lost and late.</summary>
internal sealed class SimChatClient(Stage stage, SimProcess process) : ILarkClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SimClock clock = new(stage.Sim, process);

    public Task<LarkResult<SentMessage>> SendAsync(LarkReceiver to, LarkBody body, string once, CancellationToken cancellationToken) =>
        AskAsync(chat => chat.Send(null, body.Content, once), cancellationToken);

    public Task<LarkResult<SentMessage>> ReplyAsync(string messageId, LarkBody body, bool inThread, string once, CancellationToken cancellationToken) =>
        AskAsync(chat => chat.Send(messageId, body.Content, once), cancellationToken);

    public Task<LarkResult<LarkDone>> PatchAsync(string messageId, JsonObject card, CancellationToken cancellationToken) =>
        AskAsync(chat => chat.Patch(messageId, card), cancellationToken);

    public Task<LarkResult<LarkDone>> ReactAsync(string messageId, string emoji, CancellationToken cancellationToken) =>
        AskAsync(chat => chat.React(messageId, emoji), cancellationToken);

    public Task<LarkResult<LarkDone>> UnreactAsync(string messageId, string reactionId, CancellationToken cancellationToken) =>
        AskAsync(chat => chat.Unreact(messageId, reactionId), cancellationToken);

    public Task<LarkResult<IReadOnlyList<OwnReaction>>> ReactionsAsync(string messageId, CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<OwnReaction>>(chat => chat.Signs(messageId).ToList(), cancellationToken);

    public Task<LarkResult<LarkMessage>> GetMessageAsync(string messageId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody reads messages.");

    public Task<LarkResult<LarkPerson>> WhoAmIAsync(CancellationToken cancellationToken) =>
        AskAsync<LarkPerson>(_ => new LarkPerson("ou_bot"), cancellationToken);

    private async Task<LarkResult<T>> AskAsync<T>(Func<SimChat, LarkResult<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        var asked = stage.Network.AskAsync(process, stage.Outside, () => Task.FromResult(stage.Chat.Answer(() => call(stage.Chat))));
        try
        {
            return await asked.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new LarkError(LarkErrorKind.Unavailable, 0, "no answer in time");
        }
    }
}
