using System.Data.Common;
using AiFixer.Storage.Databases;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Sealing;

/// <summary>Finds the keys of a store that is opened, makes the first one, or exchanges the named key for another. One process at a time.</summary>
internal sealed class SealGuard(StorageOptions options, Dialect dialect, ILogger logger)
{
    /// <summary>Throws <see cref="StorageRefusedException"/> when the store is sealed and its key is not here.</summary>
    public void Run(IDatabase database, DbConnection connection, Vault vault)
    {
        database.BeginMigration(connection);
        try
        {
            vault.Learn(Settle(connection));
            connection.Execute("commit");
        }
        catch
        {
            connection.Execute("rollback");
            throw;
        }
    }

    /// <summary>Throws <see cref="StorageRefusedException"/> when another store answers now: what is sealed with our key nobody could open there.</summary>
    public static void Compare(DbConnection connection, Vault vault)
    {
        if (vault.Current is { } key && connection.Scalar<long>("select count(*) from data_keys where id = @id", ("id", key.Id)) == 0)
            throw new StorageRefusedException("The database that answers now does not have the key that this process seals with: it is another one, or older. Restart this process to use it.");
    }

    private IReadOnlyList<WrappedKey> Settle(DbConnection connection)
    {
        var keys = DataKeyTable.Read(connection);
        if (keys.Count == 0)
            return First(connection);
        if (KeyRing.Of(keys, options.Seals) is { Problem: { } problem })
            throw new StorageRefusedException(problem);
        if (options.Sealing == SealMode.Off || options.DataKey == keys[^1].Name)
            return keys;
        if (keys.Any(key => key.MadeWith == options.DataKey))
            logger.KeyWasReplaced(options.DataKey, keys[^1].Name);
        else
            Rotate(connection, keys);
        return DataKeyTable.Read(connection);
    }

    // An SQLite file and the keys live in one folder. The folder of a process on PostgreSQL may go with its container, and the
    // key with it: that needs somebody who says yes.
    private IReadOnlyList<WrappedKey> First(DbConnection connection)
    {
        if (SealedColumn.All.FirstOrDefault(column => column.HasSealed(connection)) is { } column)
            throw new StorageRefusedException($"There is sealed content in {column.Table}, and the table data_keys, which has the keys, is empty: somebody removed them. Put its rows back from a backup: nothing that is sealed can be read without them, and nothing is written in clear beside it.");
        var isNew = connection.Scalar<long>("select count(*) from streams") == 0;
        if (options.Sealing == SealMode.On || (options.Sealing == SealMode.Auto && isNew && options.Provider == StorageOptions.Sqlite))
            DataKeyTable.Insert(connection, Master().Wrap(DataKey.New(), 1, Now(connection), isNew));
        else
            logger.NotSealed();
        return DataKeyTable.Read(connection);
    }

    // What is wrapped anew can be opened with the new key alone from now on, and what is written from now on is out of reach
    // for whoever had the old one.
    private void Rotate(DbConnection connection, IReadOnlyList<WrappedKey> keys)
    {
        var (old, master) = (MasterKey.Find(options.Seals, keys[^1].Name)!, Master());
        foreach (var key in keys)
            DataKeyTable.Rewrap(connection, master.Rewrap(key, old.Unwrap(key)));
        DataKeyTable.Insert(connection, master.Wrap(DataKey.New(), keys[^1].Number + 1, Now(connection), isWhole: false));
        logger.KeyReplaced(old.Name, master.Name);
    }

    private MasterKey Master() => MasterKey.FindOrMake(options.Seals, options.DataKey, path => logger.SealKeyMade(options.DataKey, path));

    private DateTimeOffset Now(DbConnection connection) => Ticks.ToTime(connection.Scalar<long>($"select {dialect.Clock}"));
}
