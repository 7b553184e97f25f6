using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Databases;

internal static class DatabaseFactory
{
    public static IDatabase Create(StorageOptions options, ILoggerFactory loggers)
    {
        if (options.Validate() is { Count: > 0 } problems)
            throw new StorageRefusedException(string.Join(Environment.NewLine, problems));
        return options.Provider == StorageOptions.Sqlite
            ? new SqliteDatabase(options)
            : new PostgresDatabase(options, loggers);
    }
}
