using AiFixer.Core.Journal;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Counting;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Leases;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Writing;

/// <summary>One batch, tried once: asks, decides for each item, writes what the winners want.</summary>
internal sealed class Transaction(Dialect dialect, LeaseIdentity lease)
{
    private readonly ReadLease _lease = new(dialect);
    private readonly ReadVersions _versions = new(dialect);
    private readonly ClaimDecision _claims = new(dialect);
    private readonly Writes _writes = new(dialect);
    private readonly List<Question> _questions = [];

    /// <summary>What the last run changed.</summary>
    public StatusChanges Changes { get; } = new();

    /// <summary>Every append has its verdict afterwards, and every winner is on disk.</summary>
    /// <param name="again">It was tried before and somebody was faster: nothing is taken for granted any more.</param>
    /// <returns>False when the lease is not ours and nothing was done.</returns>
    public bool Run(
        IWriteSession session, IReadOnlyList<PendingAppend> appends, IReadOnlyList<PendingRepeat> repeats, AuditStream stream, bool again)
    {
        Changes.Clear();
        Ask(session, appends, again);
        if (!_lease.Held)
        {
            session.Rollback();
            foreach (var item in appends)
                item.Decided = Verdicts.LeaseLost;
            return false;
        }

        _writes.Clear();
        for (var i = 0; i < appends.Count; i++)
        {
            Decide(i, appends[i], stream);
            if (_claims.IsUnsure)
                return RunAgain(session, appends, repeats, stream, again);
        }

        _writes.Count(repeats);
        if (_writes.Used.Count == 0)
            session.Rollback();
        else
            session.Commit(_writes.Used);
        return true;
    }

    // Ends: what could not be decided is asked for as a whole the next time.
    private bool RunAgain(
        IWriteSession session, IReadOnlyList<PendingAppend> appends, IReadOnlyList<PendingRepeat> repeats, AuditStream stream, bool again)
    {
        session.Rollback();
        stream.Revert();
        return Run(session, appends, repeats, stream, again);
    }

    private void Ask(IWriteSession session, IReadOnlyList<PendingAppend> appends, bool again)
    {
        _questions.Clear();
        _lease.Ask(lease.Name, lease.Token);
        _questions.Add(_lease);
        _versions.Ask(appends, all: again);
        if (_versions.Count > 0)
            _questions.Add(_versions);
        if (_claims.Ask(appends))
            _questions.Add(_claims.Question);
        session.Begin(_questions);
    }

    private void Decide(int index, PendingAppend item, AuditStream stream)
    {
        var append = item.Append;
        var (version, digest, status) = _versions.Of(index);
        if (version != append.ExpectedVersion || !string.Equals(digest, append.PreviousDigest, StringComparison.Ordinal))
        {
            item.Decided = Verdicts.Stale;
            return;
        }

        if (_claims.Decide(index, item, _lease.Now) is { } lost)
        {
            item.Decided = lost;
            return;
        }

        if (_claims.IsUnsure)
            return;
        item.Decided = new AppendVerdict.Stored(append.ExpectedVersion + 1, item.Digest);
        Changes.Move(status, append.Row.Status);
        _writes.Add(item, _claims.Taken, stream.Id, stream.Add(item.Digest));
    }
}
