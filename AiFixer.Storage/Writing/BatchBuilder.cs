namespace AiFixer.Storage.Writing;

/// <summary>Fills a batch with appends that have nothing to do with each other.</summary>
internal sealed class BatchBuilder(Batch batch, int most, long mostBytes)
{
    private readonly HashSet<string> _incidents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private long _bytes;

    public int Most => most;

    public bool IsFull => batch.Appends.Count >= most || _bytes >= mostBytes;

    public void Start()
    {
        batch.Clear();
        _incidents.Clear();
        _keys.Clear();
        _shared.Clear();
        _bytes = 0;
    }

    public bool TryAdd(PendingAppend item)
    {
        // Touched even when put off: whatever wants the same rows must not overtake it.
        var alone = Touch(item);
        if (!alone || IsFull || (batch.Appends.Count > 0 && _bytes + item.Size > mostBytes))
        {
            PutOff(item.Append);
            return false;
        }

        batch.Appends.Add(item);
        _bytes += item.Size;
        return true;
    }

    // From now on nobody shares what it wants to share, or a later one would have the last slot.
    private void PutOff(Core.Journal.Append append)
    {
        for (var i = 0; i < append.Claims.Count; i++)
            _keys.Add(append.Claims[i].Key);
    }

    private bool Touch(PendingAppend item)
    {
        var append = item.Append;
        var alone = _incidents.Add(append.Incident.Value);
        for (var i = 0; i < append.Claims.Count; i++)
            alone &= MayShare(append, append.Claims[i]) ? Share(append.Claims[i].Key) : Own(append.Claims[i].Key) || IsOwnKey(append, i);
        for (var i = 0; i < append.Releases.Count; i++)
            alone &= Own(append.Releases[i]) || IsOwnRelease(append, i);
        return alone;
    }

    // Several may take slots of one claim, each another, but nobody while one is given back.
    private static bool MayShare(Core.Journal.Append append, Core.Journal.Claim claim) =>
        claim.Slots > 0 && !append.Releases.Contains(claim.Key);

    private bool Share(string key)
    {
        _shared.Add(key);
        return !_keys.Contains(key);
    }

    private bool Own(string key) => _keys.Add(key) && !_shared.Contains(key);

    private static bool IsOwnKey(Core.Journal.Append append, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (append.Claims[i].Key == append.Claims[index].Key)
                return true;
        }

        return false;
    }

    private static bool IsOwnRelease(Core.Journal.Append append, int index)
    {
        var key = append.Releases[index];
        for (var i = 0; i < append.Claims.Count; i++)
        {
            if (append.Claims[i].Key == key)
                return true;
        }

        for (var i = 0; i < index; i++)
        {
            if (append.Releases[i] == key)
                return true;
        }

        return false;
    }
}
