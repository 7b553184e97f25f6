using AiFixer.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace AiFixer.Storage.Backups;

/// <summary>One file with everything as it was at one moment, while the service goes on.</summary>
internal static class SqliteCopy
{
    public static DatabaseCopy Make(StorageOptions options, string path)
    {
        if (!File.Exists(options.DatabasePath))
            throw new StorageRefusedException($"There is no database at {Path.GetFullPath(options.DatabasePath)}.");
        using (var source = Open(options.DatabasePath, SqliteOpenMode.ReadWrite))
            source.Execute("vacuum into @path", ("path", Path.GetFullPath(path)));
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        // What the copy is like is read in the copy: the database has gone on since.
        using var copy = Open(path, SqliteOpenMode.ReadOnly);
        return CopyFacts.Read(copy, Dialect.Sqlite);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteLibrary.Use();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 0 }.ConnectionString);
        connection.Open();
        return connection;
    }
}
