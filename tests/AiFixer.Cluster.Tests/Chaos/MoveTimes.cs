using Npgsql;

namespace AiFixer.Cluster.Tests.Chaos;

/// <summary>
/// How long the incidents of killed silos stood still: from the kill to the next entry, for those whose last entry before
/// it the killed process had written. What waited for a person is not counted.
/// </summary>
internal static class MoveTimes
{
    private const string Ask =
        """
        with lines as (
            select incident, version, stream, convert_from(entry, 'UTF8')::jsonb as entry from entries),
        moments as (
            select incident, version, stream, entry ->> 'by' as by, (entry ->> 'at')::timestamptz as at from lines)
        select extract(epoch from next.at - @killed)::float8
        from moments last
        join moments next on next.incident = last.incident and next.version = last.version + 1
        join streams on streams.id = last.stream
        where last.at <= @killed and next.at > @killed and next.by = 'aifixer' and streams.holder like '%/' || @process || ' since %'
        """;

    public static async Task<IReadOnlyList<double>> ReadAsync(string database, IReadOnlyList<Kill> kills)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        var seconds = new List<double>();
        foreach (var kill in kills)
        {
            await using var command = new NpgsqlCommand(Ask, connection);
            command.Parameters.AddWithValue("killed", kill.At);
            command.Parameters.AddWithValue("process", $"{kill.Process}");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                seconds.Add(reader.GetDouble(0));
        }

        seconds.Sort();
        return seconds;
    }
}
