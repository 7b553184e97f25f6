using System.Collections.Concurrent;

namespace AiFixer.Lark.Client;

/// <summary>Remembers which API wants to be left alone until when: one call that is told so keeps the others from asking.</summary>
internal sealed class CallLimits(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> until = [];

    /// <summary>How long to wait before the next call; zero when it may be made.</summary>
    public TimeSpan Wait(string api) =>
        until.TryGetValue(api, out var then) && then - time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    public void Limited(string api, TimeSpan reset)
    {
        var then = time.GetUtcNow() + reset;
        until.AddOrUpdate(api, then, (_, before) => before > then ? before : then);
    }
}
