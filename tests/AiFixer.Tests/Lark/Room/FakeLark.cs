using System.Text.Json.Nodes;
using AiFixer.Lark.Client;
using AiFixer.Lark.Events;

namespace AiFixer.Tests.Lark.Room;

/// <summary>A chat that does what the platform does, and fails when it is told to.</summary>
internal sealed class FakeLark : ILarkClient
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FakeMessage> _byOnce = [];
    private readonly HashSet<string> _gone = [];

    /// <summary>What becomes of the next calls; done when there is none.</summary>
    public Queue<Fault> Faults { get; } = new();

    public List<FakeMessage> Messages { get; } = [];

    /// <summary>The signs on messages of others, by message.</summary>
    public Dictionary<string, List<string>> Signs { get; } = [];

    public int Calls { get; private set; }

    /// <summary>Chats that hear too much.</summary>
    public HashSet<string> FullChats { get; } = [];

    private LarkError Full
    {
        get
        {
            Calls++;
            return new(LarkErrorKind.Limited, 230020, "This operation triggers the frequency limit.", TimeSpan.FromSeconds(3));
        }
    }

    /// <summary>What happens elsewhere while the next patch is on its way.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>What happens elsewhere while a call is on its way, told how many there were before it.</summary>
    public Func<int, Task> During { get; set; } = _ => Task.CompletedTask;

    /// <summary>Nobody says who we are.</summary>
    public bool IsNameless { get; set; }

    /// <summary>An hour passed: what was sent under a key is not known any more.</summary>
    public void ForgetKeys() => _byOnce.Clear();

    /// <summary>Somebody takes a message back.</summary>
    public void Recall(string id) => _gone.Add(id);

    public bool IsGone(string id) => _gone.Contains(id);

    public async Task<LarkResult<SentMessage>> SendAsync(LarkReceiver to, LarkBody body, string once, CancellationToken cancellationToken)
    {
        await During(Calls);
        return FullChats.Contains(to.Id) ? Full : Do(null, () => Put(to.Id, null, body, once));
    }

    public async Task<LarkResult<SentMessage>> ReplyAsync(string messageId, LarkBody body, bool inThread, string once, CancellationToken cancellationToken)
    {
        await During(Calls);
        return Do(messageId, () => Put(Messages.Find(message => message.Id == messageId)?.Chat ?? "oc_alerts", messageId, body, once));
    }

    public async Task<LarkResult<LarkDone>> PatchAsync(string messageId, JsonObject card, CancellationToken cancellationToken)
    {
        var meanwhile = Meanwhile;
        Meanwhile = null;
        if (meanwhile is not null)
            await meanwhile();
        await During(Calls);
        return Do(messageId, () =>
        {
            Messages.Single(message => message.Id == messageId).Content = (JsonObject)card.DeepClone();
            return new LarkDone();
        });
    }

    public async Task<LarkResult<LarkDone>> ReactAsync(string messageId, string emoji, CancellationToken cancellationToken)
    {
        await During(Calls);
        return Do(messageId, () =>
        {
            Signs.TryAdd(messageId, []);
            Signs[messageId].Add(emoji);
            return new LarkDone(emoji);
        });
    }

    public Task<LarkResult<IReadOnlyList<OwnReaction>>> ReactionsAsync(string messageId, CancellationToken cancellationToken) =>
        Task.FromResult(Do<IReadOnlyList<OwnReaction>>(messageId, () => Signs.GetValueOrDefault(messageId, []).Select(sign => new OwnReaction(sign, sign)).ToList()));

    public Task<LarkResult<LarkDone>> UnreactAsync(string messageId, string reactionId, CancellationToken cancellationToken) =>
        Task.FromResult(Do(messageId, () =>
        {
            Signs[messageId].Remove(reactionId);
            return new LarkDone();
        }));

    public Task<LarkResult<LarkMessage>> GetMessageAsync(string messageId, CancellationToken cancellationToken) =>
        Task.FromResult<LarkResult<LarkMessage>>(new LarkError(LarkErrorKind.Gone, 230110, "there is none"));

    public Task<LarkResult<LarkPerson>> WhoAmIAsync(CancellationToken cancellationToken) =>
        Task.FromResult<LarkResult<LarkPerson>>(IsNameless ? new LarkError(LarkErrorKind.Unavailable, 0, "no answer in time") : new LarkPerson("ou_bot"));

    private SentMessage Put(string chat, string? root, LarkBody body, string once)
    {
        once.Length.ShouldBeLessThanOrEqualTo(50);
        if (!_byOnce.TryGetValue(once, out var message))
        {
            message = new($"om_{Messages.Count + 1}", chat, root, body.Type) { Content = (JsonObject)body.Content.DeepClone() };
            Messages.Add(message);
            _byOnce.Add(once, message);
        }

        return new(message.Id, chat, null);
    }

    private LarkResult<T> Do<T>(string? about, Func<T> call)
        where T : class
    {
        lock (_gate)
        {
            Calls++;
            var fault = Faults.TryDequeue(out var next) ? next : Fault.None;
            if (about is not null && _gone.Contains(about))
                return new LarkError(LarkErrorKind.Gone, 230011, "it was recalled");
            switch (fault)
            {
                case Fault.Lost:
                    call();
                    return new LarkError(LarkErrorKind.Unavailable, 0, "no answer in time");
                case Fault.Down:
                    return new LarkError(LarkErrorKind.Unavailable, 0, "connection refused");
                case Fault.Limited:
                    return new LarkError(LarkErrorKind.Limited, 99991400, "too much", TimeSpan.FromSeconds(3));
                case Fault.Text:
                    return new LarkError(LarkErrorKind.Refused, 230028, "the text did not pass the audit");
                case Fault.Refused:
                    return new LarkError(LarkErrorKind.Refused, 230002, "the bot is not in the chat");
                default:
                    return call();
            }
        }
    }
}
