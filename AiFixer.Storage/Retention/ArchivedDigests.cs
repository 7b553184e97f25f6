using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Retention;

/// <summary>Reads what is kept of entries that were archived.</summary>
internal static class ArchivedDigests
{
    public static async Task<List<(long Seq, string Digest)>> BetweenAsync(
        DbConnection connection, long stream, long after, long to, CancellationToken cancellationToken)
    {
        var blocks = await ReadAsync(
            connection,
            "where stream = @stream and block >= @first and block <= @last order by block",
            cancellationToken,
            ("stream", stream),
            ("first", DigestBlock.NumberOf(after)),
            ("last", DigestBlock.NumberOf(to)));
        return [.. blocks.SelectMany(block => block.All).Where(one => one.Seq > after && one.Seq <= to)];
    }

    /// <summary>The next of all blocks there are.</summary>
    public static Task<List<DigestBlock>> AfterAsync(
        DbConnection connection, DigestBlock? last, int most, CancellationToken cancellationToken) => ReadAsync(
        connection,
        "where stream > @stream or (stream = @stream and block > @block) order by stream, block limit @most",
        cancellationToken,
        ("stream", last?.Stream ?? -1),
        ("block", last?.Number ?? -1),
        ("most", (long)most));

    public static async Task<DigestBlock?> FindAsync(DbConnection connection, long stream, long number, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(
            connection, "where stream = @stream and block = @block", cancellationToken, ("stream", stream), ("block", number));
        return found.FirstOrDefault();
    }

    private static async Task<List<DigestBlock>> ReadAsync(
        DbConnection connection, string which, CancellationToken cancellationToken, params (string, object?)[] parameters)
    {
        await using var command = connection.Command($"select stream, block, digests from archived_digests {which}", parameters);
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var blocks = new List<DigestBlock>();
        while (await rows.ReadAsync(cancellationToken))
            blocks.Add(DigestBlock.Read(rows.GetInt64(0), rows.GetInt64(1), rows.GetFieldValue<byte[]>(2)));
        return blocks;
    }
}
