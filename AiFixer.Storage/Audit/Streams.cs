using System.Data.Common;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Leases;

namespace AiFixer.Storage.Audit;

/// <summary>The streams of this run: one, and another after every time the connection broke.</summary>
internal sealed class Streams(Dialect dialect, LeaseIdentity lease)
{
    private readonly Lock _gate = new();
    private readonly List<AuditStream> _all = [];
    private AuditStream? _current;

    /// <summary>Streams that may have something new, oldest first.</summary>
    public IReadOnlyList<AuditStream> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    /// <summary>The stream that is written to now; null when there is none.</summary>
    public long? CurrentId
    {
        get
        {
            lock (_gate)
                return _current?.Id;
        }
    }

    /// <summary>The stream to write to; begins one when there is none.</summary>
    public AuditStream Current(DbConnection connection)
    {
        if (_current is { } current)
            return current;
        var id = connection.Scalar<long>(
            $"insert into streams (holder, started_at, checkpoint_line, checkpoint_digest) values (@holder, {dialect.Clock}, 0, '') returning id",
            ("holder", lease.Holder));
        lock (_gate)
        {
            _current = new(id);
            _all.Add(_current);
            return _current;
        }
    }

    public void End()
    {
        lock (_gate)
            _current = null;
    }

    /// <summary>Forgets streams that ended and are covered.</summary>
    public void Forget(Predicate<AuditStream> isCovered)
    {
        lock (_gate)
            _all.RemoveAll(stream => stream != _current && isCovered(stream));
    }
}
