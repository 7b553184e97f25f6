using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Lark.Room;

/// <summary>A store of messages that is away for one of its calls, before it did it or after; or in which others write meanwhile.</summary>
internal sealed class FailingPosted(IPostedMessages inner) : IPostedMessages
{
    private int _left = -1;
    private bool _isAfter;

    /// <summary>Whether it has failed as it was told to.</summary>
    public bool HasFailed { get; private set; }

    /// <param name="call">How many calls work until one does not.</param>
    public void Fail(int call, bool isAfter) => (_left, _isAfter, HasFailed) = (call, isAfter, false);

    /// <summary>What somebody else does right after the next search for a message, or after the next list of an incident's.</summary>
    public (Func<Task>? Found, Func<Task>? Listed) Meanwhile { get; set; }

    /// <summary>From now on it does not fail.</summary>
    public void Work() => _left = -1;

    public Task<bool> TakeTurnAsync(string channel, string holder, TimeSpan length, CancellationToken cancellationToken) =>
        CallAsync(() => inner.TakeTurnAsync(channel, holder, length, cancellationToken));

    public Task<ChangePosition?> PositionAsync(string channel, CancellationToken cancellationToken) =>
        CallAsync(() => inner.PositionAsync(channel, cancellationToken));

    public Task WantAsync(string channel, IReadOnlyCollection<IncidentId> changed, ChangePosition? position, CancellationToken cancellationToken) =>
        CallAsync(() => inner.WantAsync(channel, changed, position, cancellationToken));

    public Task<IReadOnlyList<MessageWork>> DueAsync(string channel, int limit, CancellationToken cancellationToken) =>
        CallAsync(() => inner.DueAsync(channel, limit, cancellationToken));

    public Task DoneAsync(string channel, IReadOnlyCollection<MessageWork> done, CancellationToken cancellationToken) =>
        CallAsync(() => inner.DoneAsync(channel, done, cancellationToken));

    public Task LaterAsync(string channel, MessageWork work, TimeSpan wait, string error, CancellationToken cancellationToken) =>
        CallAsync(() => inner.LaterAsync(channel, work, wait, error, cancellationToken));

    public Task PutOffAsync(string channel, MessageWork work, TimeSpan wait, CancellationToken cancellationToken) =>
        CallAsync(() => inner.PutOffAsync(channel, work, wait, cancellationToken));

    public Task<MessageWork?> WorkAsync(string channel, IncidentId incident, CancellationToken cancellationToken) =>
        CallAsync(() => inner.WorkAsync(channel, incident, cancellationToken));

    public Task<MessageBacklog> BacklogAsync(string channel, CancellationToken cancellationToken) => CallAsync(() => inner.BacklogAsync(channel, cancellationToken));

    public async Task<IReadOnlyList<PostedMessage>> ListAsync(string channel, IncidentId incident, CancellationToken cancellationToken)
    {
        var listed = await CallAsync(() => inner.ListAsync(channel, incident, cancellationToken));
        var others = Meanwhile.Listed;
        Meanwhile = Meanwhile with { Listed = null };
        await (others?.Invoke() ?? Task.CompletedTask);
        return listed;
    }

    public async Task<PostedMessage?> FindAsync(string channel, string messageId, CancellationToken cancellationToken)
    {
        var found = await CallAsync(() => inner.FindAsync(channel, messageId, cancellationToken));
        var others = Meanwhile.Found;
        Meanwhile = Meanwhile with { Found = null };
        await (others?.Invoke() ?? Task.CompletedTask);
        return found;
    }

    public Task<PostedMessage?> SaveAsync(string channel, PostedMessage message, CancellationToken cancellationToken) =>
        CallAsync(() => inner.SaveAsync(channel, message, cancellationToken));

    public Task ForgetAsync(string channel, TimeSpan untouched, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ForgetAsync(channel, untouched, cancellationToken));

    private Task<bool> CallAsync(Func<Task> call) => CallAsync(async () =>
    {
        await call();
        return true;
    });

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        var isNow = _left-- == 0;
        if (isNow && !_isAfter)
            throw Away();
        var answer = await call();
        return isNow ? throw Away() : answer;
    }

    private JournalUnavailableException Away()
    {
        HasFailed = true;
        return new("The store is away.");
    }
}
