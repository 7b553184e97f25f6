namespace AiFixer.Playground.Lark.Rest;

/// <summary>Counts the calls of the last second.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> counted = [];

    /// <returns>Whether it may be done; what may not is not counted.</returns>
    public bool Take(string key, int most)
    {
        if (most == int.MaxValue)
            return true;
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (!counted.TryGetValue(key, out var calls))
                counted[key] = calls = [];
            while (calls.TryPeek(out var first) && now - first >= Window)
                calls.Dequeue();
            if (calls.Count >= most)
                return false;
            calls.Enqueue(now);
            return true;
        }
    }
}
