using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Audit;

/// <summary>Follows a stream in the database and computes its running digest again.</summary>
internal sealed class StreamWalk(long stream, StreamPosition from)
{
    private readonly AuditStream _digest = new(stream, from);
    private long _seq = from.Seq;

    public StreamPosition Position
    {
        get
        {
            _digest.Settle();
            return _digest.Settled with { Seq = _seq };
        }
    }

    /// <param name="missing">Is told of every number at which entries are missing.</param>
    public async Task AdvanceAsync(DbConnection connection, long to, Action<long> missing, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            "select seq, digest from entries where stream = @stream and seq > @from and seq <= @to order by seq",
            ("stream", stream),
            ("from", _seq),
            ("to", to));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var seq = rows.GetInt64(0);
            if (seq != _seq + 1)
                missing(_seq + 1);
            _digest.Add(rows.GetString(1));
            _seq = seq;
        }
    }
}
