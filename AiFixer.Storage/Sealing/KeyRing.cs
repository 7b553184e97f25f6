namespace AiFixer.Storage.Sealing;

/// <summary>The keys of a store, as far as they can be opened here.</summary>
internal sealed class KeyRing
{
    private readonly Dictionary<string, DataKey> _open = [];
    private readonly Dictionary<string, string> _closed = [];

    private KeyRing()
    {
    }

    public static KeyRing Empty { get; } = new();

    /// <summary>The key that seals; null when nothing is sealed, or when it cannot be opened here.</summary>
    public DataKey? Current { get; private set; }

    /// <summary>The key that seals, with how it is wrapped.</summary>
    public (DataKey Key, WrappedKey Wrapped)? ForFiles { get; private set; }

    /// <summary>Why the key that seals cannot be opened here.</summary>
    public string? Problem { get; private set; }

    public static KeyRing Of(IReadOnlyList<WrappedKey> keys, string folder)
    {
        var ring = new KeyRing();
        foreach (var group in keys.GroupBy(key => key.Name))
            ring.Add(group, folder);
        if (keys.MaxBy(key => key.Number) is not { } newest)
            return ring;
        (ring.Current, ring.Problem) = (ring._open.GetValueOrDefault(newest.Id), ring._closed.GetValueOrDefault(newest.Id));
        ring.ForFiles = ring.Current is { } key ? (key, newest) : null;
        return ring;
    }

    public DataKey Find(string id) => _open.TryGetValue(id, out var key)
        ? key
        : throw new UnknownDataKeyException(_closed.GetValueOrDefault(id) ?? $"Content is sealed with the data key {id}, which this store does not have.");

    private void Add(IGrouping<string, WrappedKey> keys, string folder)
    {
        var master = MasterKey.Find(folder, keys.Key);
        foreach (var key in keys)
        {
            if (master is null)
                _closed[key.Id] = $"The store's content is sealed, and the file of its key, {MasterKey.PathOf(folder, keys.Key)}, is not there. Put it there: nothing can be read without it.";
            else
                Add(key, master, folder);
        }
    }

    private void Add(WrappedKey key, MasterKey master, string folder)
    {
        try
        {
            _open[key.Id] = master.Unwrap(key);
        }
        catch (ContentDamagedException)
        {
            _closed[key.Id] = $"The store's content is sealed with another key of the name {master.Name} than the one in {MasterKey.PathOf(folder, master.Name)}. Every process of one store needs the same file.";
        }
    }
}
