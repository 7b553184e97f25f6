using System.Data.Common;
using System.Globalization;
using AiFixer.Storage.Reading;

namespace AiFixer.Storage.Counting;

/// <summary>Incidents of each status, counted in the database, how far a stream was when they were, and how many had been archived.</summary>
internal sealed record StatusCount(long Stream, long Seq, long Removed, Dictionary<string, long> Counts)
{
    private const int LongestSeconds = 120;

    public static Task<StatusCount> ReadAsync(Reader reader, long stream) => reader.RunAsync(
        async connection =>
        {
            // One statement, so that both answers are of the same moment.
            await using var command = Databases.ConnectionExtensions.Command(
                connection,
                """
                select status, count(*), (select coalesce(max(seq), 0) from entries where stream = @stream), (select coalesce(sum(removed), 0) from archives)
                from incidents group by status
                """,
                ("stream", stream));
            command.CommandTimeout = LongestSeconds;
            await using var rows = await command.ExecuteReaderAsync();
            return await ReadAsync(rows, stream);
        },
        CancellationToken.None);

    private static async Task<StatusCount> ReadAsync(DbDataReader rows, long stream)
    {
        var count = new StatusCount(stream, 0, 0, new(StringComparer.Ordinal));
        while (await rows.ReadAsync())
        {
            count.Counts[rows.GetString(0)] = rows.GetInt64(1);
            count = count with { Seq = rows.GetInt64(2), Removed = Convert.ToInt64(rows.GetValue(3), CultureInfo.InvariantCulture) };
        }

        return count;
    }
}
