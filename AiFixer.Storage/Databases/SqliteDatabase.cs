using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AiFixer.Storage.Databases;

internal sealed class SqliteDatabase : IDatabase
{
    private readonly string _path;
    private readonly string _writer;
    private readonly string _reader;
    private readonly int _patience;

    public SqliteDatabase(StorageOptions options)
    {
        SqliteLibrary.Use();
        _path = Path.GetFullPath(options.DatabasePath);
        _patience = (int)options.AnswerTime.TotalMilliseconds;
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            DefaultTimeout = (int)options.AnswerTime.TotalSeconds,
            Pooling = false,
        };
        _writer = settings.ConnectionString;
        settings.Pooling = true;
        settings.Mode = SqliteOpenMode.ReadWrite;
        _reader = settings.ConnectionString;
    }

    public Dialect Dialect => Dialect.Sqlite;

    public IWriteSession OpenWriter()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var connection = new SqliteConnection(_writer);
        try
        {
            connection.Open();
            connection.Execute($"pragma busy_timeout = {_patience}");
            SqliteDurability.Assert(connection, _path);
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Task<DbConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_reader);
        try
        {
            connection.Open();
            return Task.FromResult<DbConnection>(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Failure Classify(Exception exception) => exception switch
    {
        // SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => Failure.Race,
        // SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH
        SqliteException { SqliteErrorCode: 18 or 19 or 20 } => Failure.Value,
        DbException or IOException or ObjectDisposedException => Failure.Gone,
        _ => Failure.Bug,
    };

    public void BeginMigration(DbConnection connection) => connection.Execute("begin immediate");

    public void BeginView(DbConnection connection) => connection.Execute("begin");

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearPool(new SqliteConnection(_reader));
        return ValueTask.CompletedTask;
    }
}
