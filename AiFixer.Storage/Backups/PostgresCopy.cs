using AiFixer.Storage.Databases;
using Npgsql;

namespace AiFixer.Storage.Backups;

/// <summary>A dump by PostgreSQL's own tools, of the same view of the database as what is read beside it.</summary>
internal static class PostgresCopy
{
    public static async Task<DatabaseCopy> MakeAsync(StorageOptions options, string path, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(options.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        connection.Execute("begin isolation level repeatable read read only");
        var facts = CopyFacts.Read(connection, Dialect.Postgres);
        var view = connection.Scalar<string>("select pg_export_snapshot()");
        await PostgresTool.RunAsync("pg_dump", options, ["--format=custom", "--no-owner", "--no-privileges", "--exclude-schema=aifixer_cluster", $"--snapshot={view}", $"--file={path}"], cancellationToken);
        return facts;
    }

    /// <summary>All of it or nothing.</summary>
    public static Task RestoreAsync(StorageOptions options, string path, CancellationToken cancellationToken) =>
        PostgresTool.RunAsync("pg_restore", options, ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--dbname", new NpgsqlConnectionStringBuilder(options.ConnectionString).Database ?? "", path], cancellationToken);
}
