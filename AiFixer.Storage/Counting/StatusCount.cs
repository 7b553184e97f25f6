using System.Data.Common;
using AiFixer.Storage.Reading;

namespace AiFixer.Storage.Counting;

/// <summary>Incidents of each status, counted in the database, and how far a stream was when they were.</summary>
internal sealed record StatusCount(long Stream, long Seq, Dictionary<string, long> Counts)
{
    public static Task<StatusCount> ReadAsync(Reader reader, long stream) => reader.RunAsync(
        async connection =>
        {
            // One statement, so that both answers are of the same moment.
            await using var command = Databases.ConnectionExtensions.Command(
                connection,
                "select status, count(*), (select coalesce(max(seq), 0) from entries where stream = @stream) from incidents group by status",
                ("stream", stream));
            command.CommandTimeout = 0;
            await using var rows = await command.ExecuteReaderAsync();
            return await ReadAsync(rows, stream);
        },
        CancellationToken.None);

    private static async Task<StatusCount> ReadAsync(DbDataReader rows, long stream)
    {
        var count = new StatusCount(stream, 0, new(StringComparer.Ordinal));
        while (await rows.ReadAsync())
        {
            count.Counts[rows.GetString(0)] = rows.GetInt64(1);
            count = count with { Seq = rows.GetInt64(2) };
        }

        return count;
    }
}
