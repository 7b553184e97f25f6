using AiFixer.Storage.Databases;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Writing;

/// <summary>What the winners of a batch want to be written, statement by statement.</summary>
internal sealed class Writes
{
    private readonly InsertIncidents _opened;
    private readonly UpdateIncidents _changed;
    private readonly InsertEntries _entries;
    private readonly ReleaseClaims _released;
    private readonly UpdateClaims _retaken;
    private readonly InsertClaims _taken;
    private readonly InsertFreshClaims _fresh;
    private readonly InsertBlobs _blobs;
    private readonly ShareBlobs _shared;
    private readonly CountRepeats _repeats;
    private readonly RememberDeliveries _deliveries;
    private readonly CountFollowers _followers;
    private readonly CountHeals _heals;
    private readonly Command[] _all;
    private readonly List<Command> _used = [];

    public Writes(Dialect dialect)
    {
        _opened = new(dialect, new());
        _changed = new(dialect, new());
        _entries = new(dialect);
        _released = new(dialect);
        _retaken = new(dialect, new());
        _taken = new(dialect, new());
        _fresh = new(dialect);
        _blobs = new(dialect);
        _shared = new(dialect);
        _repeats = new(dialect);
        _deliveries = new(dialect);
        _followers = new(dialect);
        _heals = new(dialect);
        _all = [_opened, _changed, _entries, _released, _retaken, _taken, _fresh, _blobs, _shared, _repeats, _deliveries, _followers, _heals];
    }

    public IReadOnlyList<Command> Used
    {
        get
        {
            _used.Clear();
            foreach (var command in _all)
            {
                if (command.Count > 0)
                    _used.Add(command);
            }

            return _used;
        }
    }

    public void Clear()
    {
        foreach (var command in _all)
            command.Clear();
        _followers.Forget();
        _heals.Forget();
    }

    /// <summary>A new incident whose claims nobody asked about.</summary>
    public void Open(PendingAppend item, long stream, long seq)
    {
        _opened.Add(item);
        _entries.Add(item, stream, seq);
        foreach (var claim in item.Append.Claims)
            _fresh.Add(item, claim);
        Note(item.Append);
        Add(item.Content.Blobs, item.Append.Incident.Value);
    }

    public void Add(PendingAppend item, List<TakenClaim> claims, long stream, long seq)
    {
        var append = item.Append;
        if (append.ExpectedVersion == 0)
            _opened.Add(item);
        else
            _changed.Add(item);
        _entries.Add(item, stream, seq);
        foreach (var claim in claims)
            Add(item, claim);
        Note(item.Append);
        foreach (var key in append.Releases)
            Release(append.Incident.Value, key, claims);
        Add(item.Content.Blobs, append.Incident.Value);
    }

    /// <summary>What is counted rather than appended, after everything else.</summary>
    public void Count(IReadOnlyList<PendingRepeat> repeats)
    {
        _followers.Settle();
        _heals.Settle();
        foreach (var incident in repeats.GroupBy(repeat => repeat.Repeat.Incident))
            _repeats.Add(incident.Key.Value, incident.LongCount(), incident.Max(repeat => repeat.Repeat.SeenAt.UtcTicks));
        // In the order of their keys: others who write some of the same wait for us, and not each for the other.
        foreach (var repeat in repeats.Where(repeat => repeat.Repeat.Delivery is not null).DistinctBy(repeat => repeat.Repeat.Delivery!.Key).OrderBy(repeat => repeat.Repeat.Delivery!.Key, StringComparer.Ordinal))
            _deliveries.Add(repeat.Repeat.Incident.Value, repeat.Repeat.Delivery!);
    }

    private void Note(Core.Journal.Append append)
    {
        if (append.Followers is { } count)
            _followers.Note(count);
        foreach (var heal in append.Heals)
            _heals.Note(heal);
    }

    private void Add(IReadOnlyList<Core.Journal.Blob> blobs, string incident)
    {
        foreach (var blob in blobs)
        {
            _blobs.Add(blob, incident);
            _shared.Add(blob.Hash, incident);
        }
    }

    private void Add(PendingAppend item, TakenClaim claim)
    {
        if (claim.HasRow)
            _retaken.Add(item, claim.Key, claim.ExpiresAt);
        else
            _taken.Add(item, claim.Key, claim.ExpiresAt);
    }

    // What the same append takes again it does not give back.
    private void Release(string incident, string key, List<TakenClaim> claims)
    {
        if (!claims.Exists(claim => claim.Key == key))
            _released.Add(incident, key);
    }
}
