namespace AiFixer.Llm.Cache;

/// <summary>Keeps validated answers for a while; those that were not used for the longest go first.</summary>
internal sealed class AnswerCache(CacheOptions options, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> byUse = new();

    public T? Find<T>(string key)
        where T : class
    {
        lock (gate)
        {
            if (!byKey.TryGetValue(key, out var node))
                return null;
            byUse.Remove(node);
            if (node.Value.Until <= time.GetUtcNow())
            {
                byKey.Remove(key);
                return null;
            }

            byUse.AddLast(node);
            return node.Value.Answer as T;
        }
    }

    /// <param name="answer">One that passed every check: nothing else is worth having twice.</param>
    public void Keep(string key, object answer, TimeSpan lifetime)
    {
        if (options.Entries == 0 || lifetime <= TimeSpan.Zero)
            return;
        lock (gate)
        {
            if (byKey.Remove(key, out var old))
                byUse.Remove(old);
            byKey[key] = byUse.AddLast(new Entry(key, answer, time.GetUtcNow() + lifetime));
            while (byKey.Count > options.Entries)
            {
                byKey.Remove(byUse.First!.Value.Key);
                byUse.RemoveFirst();
            }
        }
    }

    private sealed record Entry(string Key, object Answer, DateTimeOffset Until);
}
