using AiFixer.Storage.Databases;
using Npgsql;

namespace AiFixer.Storage.Backups;

internal sealed class PostgresPlace(StorageOptions options) : IRestorePlace
{
    public async Task RefuseUnlessEmptyAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(options.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        if (connection.Scalar<long>("select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'aifixer_cluster')") > 0)
            throw new StorageRefusedException($"The database {connection.Database} on {connection.Host} has tables: make an empty one with createdb and name it in Storage:ConnectionString.");
    }

    public async Task FillAsync(BackupFolder backup, Func<StorageOptions, Task> mark, CancellationToken cancellationToken)
    {
        await PostgresCopy.RestoreAsync(options, backup[BackupFolder.Postgres], cancellationToken);
        await mark(options);
    }
}
