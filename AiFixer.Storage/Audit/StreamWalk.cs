using System.Data.Common;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Retention;

namespace AiFixer.Storage.Audit;

/// <summary>Follows a stream in the database and computes its running digest again: by entries, and by what is kept of those that were archived.</summary>
internal sealed class StreamWalk(long stream, StreamPosition from)
{
    // So much of a stream is in memory at a time.
    private const long Window = 256 * DigestBlock.Size;
    private readonly AuditStream _digest = new(stream, from);
    private (long Seq, string Digest) _last = (from.Seq, "");

    public StreamPosition Position
    {
        get
        {
            _digest.Settle();
            return _digest.Settled with { Seq = _last.Seq };
        }
    }

    /// <summary>The last number of a stream, as a value within a statement.</summary>
    public static string End(string stream) =>
        $"""
        coalesce((select max(seq) from (
            select max(seq) as seq from entries where stream = {stream}
            union all select max(last) from archived_digests where stream = {stream}) as ends), 0)
        """;

    /// <param name="missing">Is told of every number at which entries are missing.</param>
    public async Task AdvanceAsync(DbConnection connection, long to, Action<long> missing, CancellationToken cancellationToken)
    {
        var end = to < long.MaxValue ? to : connection.Scalar<long>($"select {End("@stream")}", ("stream", stream));
        for (var seq = _last.Seq; seq < end;)
        {
            var next = Math.Min(seq + Window, end);
            foreach (var one in await BetweenAsync(connection, seq, next, cancellationToken))
                Take(one, missing);
            seq = next;
        }
    }

    private void Take((long Seq, string Digest) one, Action<long> missing)
    {
        // Twice the same is what a copy of the database that is put back into it looks like; anything else shows in the digest.
        if (one == _last)
            return;
        if (one.Seq != _last.Seq + 1)
            missing(_last.Seq + 1);
        _digest.Add(one.Digest);
        _last = one;
    }

    private async Task<IEnumerable<(long Seq, string Digest)>> BetweenAsync(
        DbConnection connection, long after, long to, CancellationToken cancellationToken)
    {
        // What is archived meanwhile is in both answers then, and not in neither.
        var found = await LiveAsync(connection, after, to, cancellationToken);
        found.AddRange(await ArchivedDigests.BetweenAsync(connection, stream, after, to, cancellationToken));
        return found.OrderBy(one => one.Seq);
    }

    private async Task<List<(long Seq, string Digest)>> LiveAsync(DbConnection connection, long after, long to, CancellationToken cancellationToken)
    {
        var found = new List<(long, string)>();
        await using var command = connection.Command(
            "select seq, digest from entries where stream = @stream and seq > @from and seq <= @to order by seq",
            ("stream", stream),
            ("from", after),
            ("to", to));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            found.Add((rows.GetInt64(0), rows.GetString(1)));
        return found;
    }
}
