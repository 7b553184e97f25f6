using System.IO.Compression;
using AiFixer.EndToEnd.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AiFixer.EndToEnd.Upgrade;

/// <summary>
/// A store as the first release left it when it was killed: 10,000 incidents, 5,100 of them open, some with a fix that was just
/// approved and carried out, and the checkpoints that it signed.
/// </summary>
internal static class FirstRelease
{
    public const int Incidents = 10_000;
    public const int Open = 5_100;

    private static readonly string[] Tables = ["incidents", "entries", "claims", "blobs", "leases", "schema_migrations", "streams"];

    /// <summary>Puts it where this release looks.</summary>
    public static async Task UnpackAsync(GatewaySettings settings)
    {
        Copy("checkpoints.jsonl", settings.DataFolder, "audit");
        Copy("audit-1.pem", settings.DataFolder, "keys");
        var sqlite = Path.Combine(settings.DataFolder, settings.Postgres is null ? "aifixer.db" : "first.db");
        await using (var packed = new BrotliStream(File.OpenRead(Stored("aifixer.db.br")), CompressionMode.Decompress))
        await using (var database = File.Create(sqlite))
            await packed.CopyToAsync(database);
        if (settings.Postgres is { } postgres)
            await MoveAsync(sqlite, postgres);
    }

    private static string Stored(string name) => Path.Combine(AppContext.BaseDirectory, "Upgrade", "FirstRelease", name);

    private static void Copy(string name, string data, string folder)
    {
        Directory.CreateDirectory(Path.Combine(data, folder));
        File.Copy(Stored(name), Path.Combine(data, folder, name));
    }

    /// <summary>The same rows in the tables that the first release made in PostgreSQL.</summary>
    private static async Task MoveAsync(string sqlite, string postgres)
    {
        await using var to = new NpgsqlConnection(postgres);
        await to.OpenAsync();
        await ExecuteAsync(to, await File.ReadAllTextAsync(Stored("postgres.sql")));
        await using (var from = new SqliteConnection($"Data Source={sqlite};Pooling=false"))
        {
            from.Open();
            foreach (var table in Tables)
                await CopyAsync(from, to, table);
        }

        await ExecuteAsync(to, "select setval('public.streams_id_seq', (select max(id) from public.streams))");
    }

    private static async Task CopyAsync(SqliteConnection from, NpgsqlConnection to, string table)
    {
        await using var command = new SqliteCommand($"select * from {table}", from);
        await using var rows = await command.ExecuteReaderAsync();
        var columns = string.Join(", ", Enumerable.Range(0, rows.FieldCount).Select(rows.GetName));
        await using var copy = await to.BeginBinaryImportAsync($"copy public.{table} ({columns}) from stdin (format binary)");
        while (await rows.ReadAsync())
        {
            await copy.StartRowAsync();
            for (var column = 0; column < rows.FieldCount; column++)
                await copy.WriteAsync(rows.GetValue(column));
        }

        await copy.CompleteAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
