using System.Data.Common;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AiFixer.Storage.Databases;

internal sealed class PostgresDatabase : IDatabase
{
    // Any number will do as long as it stays the same: it keeps two processes from migrating at once.
    private const long MigrationLock = 0x4169_4669_7865_72;

    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _writer;

    public PostgresDatabase(StorageOptions options, ILoggerFactory loggers)
    {
        _readers = Source(options, loggers, settings =>
        {
            settings.MaxPoolSize = options.Readers;
            settings.MinPoolSize = 0;
        });
        _writer = Source(options, loggers, settings => settings.Pooling = false);
    }

    public Dialect Dialect => Dialect.Postgres;

    public IWriteSession OpenWriter()
    {
        var connection = _writer.OpenConnection();
        try
        {
            PostgresDurability.Assert(connection);
            return new PostgresSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public async Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken) =>
        await _readers.OpenConnectionAsync(cancellationToken);

    public Failure Classify(Exception exception) => exception switch
    {
        PostgresException { SqlState: "23505" or "40001" or "40P01" } => Failure.Race,
        PostgresException { SqlState: "54000" or "54001" } => Failure.Value,
        PostgresException postgres when postgres.SqlState.StartsWith("22", StringComparison.Ordinal) => Failure.Value,
        PostgresException postgres when postgres.SqlState.StartsWith("23", StringComparison.Ordinal) => Failure.Value,
        DbException or TimeoutException or IOException or System.Net.Sockets.SocketException or ObjectDisposedException => Failure.Gone,
        _ => Failure.Bug,
    };

    public void BeginMigration(DbConnection connection)
    {
        connection.Execute("begin");
        connection.Execute($"select pg_advisory_xact_lock({MigrationLock})");
    }

    public void BeginView(DbConnection connection) =>
        connection.Execute("begin isolation level repeatable read read only");

    public async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        await _writer.DisposeAsync();
    }

    private static NpgsqlDataSource Source(StorageOptions options, ILoggerFactory loggers, Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlDataSourceBuilder(options.ConnectionString);
        var settings = builder.ConnectionStringBuilder;
        settings.ApplicationName ??= "aifixer";
        settings.Timeout = (int)options.ConnectTime.TotalSeconds;
        settings.CommandTimeout = (int)options.AnswerTime.TotalSeconds;
        settings.CancellationTimeout = 1000;
        settings.MaxAutoPrepare = 64;
        settings.AutoPrepareMinUsages = 2;
        settings.IncludeErrorDetail = false;
        settings.Multiplexing = false;
        change(settings);
        return builder.UseLoggerFactory(loggers).Build();
    }
}
