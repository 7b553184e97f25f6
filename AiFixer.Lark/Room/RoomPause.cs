using System.Collections.Concurrent;
using AiFixer.Lark.Client;

namespace AiFixer.Lark.Room;

/// <summary>
/// Nobody calls while the other side said that it is too much, or does not answer at all: one dead call costs one timeout,
/// not one for each of ten thousand incidents. What is too much for one chat holds up that chat alone.
/// </summary>
internal sealed class RoomPause(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _chats = [];
    private readonly Lock _gate = new();
    private DateTimeOffset _until = DateTimeOffset.MinValue;
    private int _dead;

    public bool IsOn
    {
        get
        {
            lock (_gate)
                return time.GetUtcNow() < _until;
        }
    }

    /// <summary>How long this chat wants to be left alone; null when it does not.</summary>
    public TimeSpan? Of(string chat)
    {
        if (!_chats.TryGetValue(chat, out var until))
            return null;
        var left = until - time.GetUtcNow();
        if (left > TimeSpan.Zero)
            return left;
        _chats.TryRemove(new(chat, until));
        return null;
    }

    /// <param name="chat">Where it was to be told; empty for nowhere.</param>
    public void Heard(LarkError? error, string chat = "")
    {
        if (error is { Kind: LarkErrorKind.Limited } full && LarkErrors.IsOfTheChat(full.Code) && chat.Length > 0)
        {
            _chats[chat] = time.GetUtcNow() + Shorter(Longest, full.After ?? First);
            return;
        }

        lock (_gate)
        {
            _dead = error?.Kind == LarkErrorKind.Unavailable ? _dead + 1 : 0;
            if (error?.Kind is LarkErrorKind.Limited)
                Until(error.After ?? First);
            else if (error is not null && LarkErrors.IsOfTheApp(error.Code))
                Until(Longest);
            else if (_dead > 0)
                Until(Shorter(Longest, First * Math.Pow(2, Math.Min(_dead - 1, 10))));
        }
    }

    private void Until(TimeSpan wait)
    {
        var end = time.GetUtcNow() + Shorter(Longest, wait);
        _until = end > _until ? end : _until;
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
