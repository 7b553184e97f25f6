using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Storage.Audit;

/// <summary>All entries that one run of a process writes, in order, and a digest that covers them all.</summary>
internal sealed class AuditStream(long id, StreamPosition start)
{
    private readonly byte[] _digest = start.Digest.ToArray();
    private readonly byte[] _settledDigest = start.Digest.ToArray();
    private readonly Lock _gate = new();
    private long _seq = start.Seq;
    private long _settledSeq = start.Seq;

    public AuditStream(long id)
        : this(id, StreamPosition.Start)
    {
    }

    public long Id => id;

    /// <summary>Where the stream stands on disk.</summary>
    public StreamPosition Settled
    {
        get
        {
            lock (_gate)
                return new(_settledSeq, [.. _settledDigest]);
        }
    }

    /// <summary>Adds an entry that is about to be written.</summary>
    /// <returns>Its number.</returns>
    public long Add(string entryDigest)
    {
        Span<byte> data = stackalloc byte[32 + 64];
        _digest.CopyTo(data);
        var length = Encoding.UTF8.GetBytes(entryDigest, data[32..]);
        SHA256.HashData(data[..(32 + length)], _digest);
        return ++_seq;
    }

    /// <summary>What was added is on disk.</summary>
    public void Settle()
    {
        lock (_gate)
        {
            _settledSeq = _seq;
            _digest.CopyTo(_settledDigest, 0);
        }
    }

    /// <summary>What was added was not written.</summary>
    public void Revert()
    {
        _seq = _settledSeq;
        _settledDigest.CopyTo(_digest, 0);
    }
}
