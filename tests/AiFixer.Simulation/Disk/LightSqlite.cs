using AiFixer.Storage.Databases;
using SQLitePCL;

namespace AiFixer.Simulation.Disk;

/// <summary>SQLite without the locks and counts that threads would share: here every connection has one thread.</summary>
internal static class LightSqlite
{
    private const int MultiThread = 2;
    private const int MemoryStatus = 9;
    private static readonly Lazy<bool> Set = new(Configure);

    public static void Use() => _ = Set.Value;

    private static bool Configure()
    {
        SqliteLibrary.Use();
        foreach (var code in new[] { raw.sqlite3_shutdown(), raw.sqlite3_config(MultiThread), raw.sqlite3_config(MemoryStatus, 0) })
        {
            if (code != raw.SQLITE_OK)
                throw new InvalidOperationException($"SQLite does not take its settings: {code}.");
        }

        return true;
    }
}
