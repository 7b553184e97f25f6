using System.Data.Common;
using System.Globalization;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Retention;

/// <summary>Keeps the digests of entries that go, in the transaction in which they go.</summary>
internal sealed class DigestBlocks(Dialect dialect)
{
    // Four values each, and no database takes more than some thirty thousand in one statement.
    private const int AtOnce = 500;

    public void Add(DbConnection connection, IEnumerable<ArchivedEntry> entries)
    {
        foreach (var stream in entries.GroupBy(entry => entry.Stream))
        {
            foreach (var wanted in stream.GroupBy(entry => DigestBlock.NumberOf(entry.Seq)).Chunk(AtOnce))
            {
                var blocks = Read(connection, stream.Key, [.. wanted.Select(block => block.Key)]);
                foreach (var block in wanted)
                    Fill(blocks, stream.Key, block);
                Write(connection, [.. blocks.Values]);
            }
        }
    }

    private static void Fill(Dictionary<long, DigestBlock> blocks, long stream, IGrouping<long, ArchivedEntry> entries)
    {
        if (!blocks.TryGetValue(entries.Key, out var block))
            blocks[entries.Key] = block = new(stream, entries.Key);
        foreach (var entry in entries)
            block.Add(entry.Seq, entry.Digest);
    }

    private Dictionary<long, DigestBlock> Read(DbConnection connection, long stream, IReadOnlyList<long> numbers)
    {
        var list = new InList<long>("block", numbers);
        using var command = connection.Command(
            $"select x.block, x.digests from archived_digests as x where x.stream = @stream and x.block in {list} {dialect.ForUpdate}",
            [("stream", stream), .. list.Parameters]);
        using var rows = command.ExecuteReader();
        var blocks = new Dictionary<long, DigestBlock>();
        while (rows.Read())
            blocks[rows.GetInt64(0)] = DigestBlock.Read(stream, rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
        return blocks;
    }

    private static void Write(DbConnection connection, IReadOnlyList<DigestBlock> blocks)
    {
        var rows = blocks.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"(@stream{i}, @block{i}, @last{i}, @digests{i})"));
        connection.Execute(
            $"""
            insert into archived_digests (stream, block, last, digests) values {string.Join(", ", rows)}
            on conflict (stream, block) do update set last = excluded.last, digests = excluded.digests
            """,
            [.. blocks.SelectMany((block, i) => new (string, object?)[]
            {
                ($"stream{i}", block.Stream), ($"block{i}", block.Number), ($"last{i}", block.Last), ($"digests{i}", block.ToArray()),
            })]);
    }
}
