using System.Collections.Concurrent;
using AiFixer.Lark.Wire;

namespace AiFixer.Lark.Intake;

/// <summary>Says when a refusal is to be logged: whoever floods us does not flood the log.</summary>
internal sealed class RefusalLog(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<RefusalReason, DateTimeOffset> last = [];

    public bool IsDue(RefusalReason reason)
    {
        var now = time.GetUtcNow();
        return last.TryGetValue(reason, out var before)
            ? now - before >= Interval && last.TryUpdate(reason, now, before)
            : last.TryAdd(reason, now);
    }
}
