using Microsoft.Data.Sqlite;

namespace AiFixer.Storage.Databases;

/// <summary>Promise 1 rests on these settings: each is set and then asked for.</summary>
internal static class SqliteDurability
{
    private const long Full = 2;

    public static void Assert(SqliteConnection connection, string path)
    {
        if (connection.Scalar<string>("pragma journal_mode = wal") is var mode and not "wal")
            throw new StorageRefusedException(
                $"SQLite keeps the journal mode '{mode}' for {path}: its file system cannot hold a write-ahead log. Put Storage:Path on a local disk.");
        connection.Execute("pragma synchronous = full");
        if (connection.Scalar<long>("pragma synchronous") != Full)
            throw new StorageRefusedException($"SQLite does not take synchronous=full for {path}: a commit may be lost in a crash.");
        connection.Execute("pragma wal_autocheckpoint = 4000");
        connection.Execute("pragma cache_size = -65536");
    }
}
