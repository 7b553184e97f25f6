using AiFixer.Bench.Servers;
using Npgsql;

namespace AiFixer.Bench.Archiving;

/// <summary>What PostgreSQL still holds of incidents that were archived, its own overhead included.</summary>
internal sealed record KeptBytes(long Archived, long Digests, long Index)
{
    public static async Task<KeptBytes> ReadAsync(BenchDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        // What was rewritten while it grew is no part of it.
        await using (var vacuum = new NpgsqlCommand("vacuum full archived_digests", connection))
            await vacuum.ExecuteNonQueryAsync();
        await using (var vacuum = new NpgsqlCommand("vacuum full archives", connection))
            await vacuum.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(
            "select coalesce(sum(removed), 0)::bigint, pg_total_relation_size('archived_digests'), pg_total_relation_size('archives') from archives", connection);
        await using var rows = await command.ExecuteReaderAsync();
        await rows.ReadAsync();
        return new(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2));
    }
}
