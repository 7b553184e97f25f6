using AiFixer.Core.Journal;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Counting;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Leases;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Writing;

/// <summary>
/// A batch of nothing but new incidents is written in one trip, without asking first. When it turns out that a key is
/// taken or the lease is gone, nothing was written, and the batch is decided the long way.
/// </summary>
internal sealed class Openings(Dialect dialect, LeaseIdentity lease)
{
    private readonly GuardLease _guard = new(dialect);
    private readonly Writes _writes = new(dialect);
    private readonly List<Command> _commands = [];
    private readonly Tries _tries = new();

    /// <summary>What the last run changed.</summary>
    public StatusChanges Changes { get; } = new();

    public bool Fit(IReadOnlyList<PendingAppend> appends) => _tries.May && AreOpenings(appends);

    public void Run(IWriteSession session, IReadOnlyList<PendingAppend> appends, IReadOnlyList<PendingRepeat> repeats, AuditStream stream)
    {
        Changes.Clear();
        _writes.Clear();
        foreach (var item in appends)
            Add(item, stream);
        _writes.Count(repeats);
        _guard.Ask(lease.Name, lease.Token);
        _commands.Clear();
        _commands.Add(_guard);
        _commands.AddRange(_writes.Used);
        session.Write(_commands);
        _tries.Worked();
    }

    public void WereInVain() => _tries.WasInVain();

    /// <summary>A batch was decided the long way.</summary>
    public void Decided(IReadOnlyList<PendingAppend> appends)
    {
        if (!_tries.May && AreOpenings(appends))
            _tries.Rested(clean: appends.All(item => item.Decided is AppendVerdict.Stored));
    }

    private bool AreOpenings(IReadOnlyList<PendingAppend> appends) => dialect.IsDistant && appends.Count > 0 && appends.All(IsPlain);

    private void Add(PendingAppend item, AuditStream stream)
    {
        item.Decided = new AppendVerdict.Stored(1, item.Digest);
        Changes.Move("", item.Append.Row.Status);
        _writes.Open(item, stream.Id, stream.Add(item.Digest));
    }

    private static bool IsPlain(PendingAppend item) =>
        item.Append is { ExpectedVersion: 0, PreviousDigest: "", Releases.Count: 0 } && item.Append.Claims.All(claim => claim is { Slots: 0, Held: false });
}
