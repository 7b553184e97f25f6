using System.Collections.Concurrent;

namespace AiFixer.Engine.Grouping;

/// <summary>
/// Remembers what was put last, never more than a fixed number. It goes in two halves: when the younger is full it becomes
/// the older one, whose keys are forgotten together. Nothing is counted or searched through to make room: keys come
/// thousands of times a second.
/// </summary>
internal sealed class RecentKeys<T>(int most)
    where T : class
{
    private readonly Lock gate = new();
    private volatile ConcurrentDictionary<string, T> young = Empty(most);
    private volatile ConcurrentDictionary<string, T> old = Empty(most);
    private int puts;

    public T? Find(string key) => young.TryGetValue(key, out var found) || old.TryGetValue(key, out found) ? found : null;

    public void Put(string key, T value)
    {
        young[key] = value;
        if (Interlocked.Increment(ref puts) >= most / 2)
            Age();
    }

    /// <summary>The younger half first: it may become the older one meanwhile.</summary>
    public void Forget(string key)
    {
        young.TryRemove(key, out _);
        old.TryRemove(key, out _);
    }

    private void Age()
    {
        lock (gate)
        {
            if (puts < most / 2)
                return;
            old = young;
            young = Empty(most);
            puts = 0;
        }
    }

    private static ConcurrentDictionary<string, T> Empty(int most) => new(Environment.ProcessorCount, most / 2, StringComparer.Ordinal);
}
