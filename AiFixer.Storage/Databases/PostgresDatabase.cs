using System.Data.Common;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AiFixer.Storage.Databases;

internal sealed class PostgresDatabase : IDatabase
{
    // Any number will do as long as it stays the same: it keeps two processes from migrating at once.
    private const long MigrationLock = 0x4169_4669_7865_72;

    // Every query walks an index and stops early. What is known of a table that grew quickly is old, and must not make
    // the database read it from end to end, or sort it, instead. And as there is nothing to choose, no query is planned
    // more than once: in a large store PostgreSQL believes that it pays to plan a list anew for each question.
    private const string ReaderSettings =
        "set enable_seqscan = off; set enable_bitmapscan = off; set max_parallel_workers_per_gather = 0; set jit = off; set plan_cache_mode = force_generic_plan";

    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _writer;

    public PostgresDatabase(StorageOptions options, ILoggerFactory loggers)
    {
        _readers = Source(options, loggers, builder => ForReaders(builder, options.Readers));
        _writer = Source(options, loggers, builder => builder.ConnectionStringBuilder.Pooling = false);
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

    private static void ForReaders(NpgsqlDataSourceBuilder builder, int most)
    {
        builder.ConnectionStringBuilder.MaxPoolSize = most;
        builder.ConnectionStringBuilder.MinPoolSize = 0;
        // Nothing is left behind on a connection that would have to be reset, and a reset would undo the settings.
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        builder.UsePhysicalConnectionInitializer(Set, SetAsync);
    }

    private static void Set(NpgsqlConnection connection) => connection.Execute(ReaderSettings);

    private static async Task SetAsync(NpgsqlConnection connection)
    {
        await using var command = connection.Command(ReaderSettings);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlDataSource Source(StorageOptions options, ILoggerFactory loggers, Action<NpgsqlDataSourceBuilder> change)
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
        change(builder);
        return builder.UseLoggerFactory(loggers).Build();
    }
}
