using System.Globalization;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;
using AiFixer.Storage.SetBacks;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Backups;

/// <summary>
/// Puts a backup where there is nothing. What was done after it was made is in the world and not in it, so AiFixer is stopped
/// in it, and whatever was planned by then is asked about again.
/// </summary>
public static class Restore
{
    public static async Task<RestoreReport> RunAsync(
        StorageOptions options, string folder, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var backup = new BackupFolder(Path.GetFullPath(folder));
        var manifest = backup.Read();
        if (manifest.Provider != options.Provider)
            throw new StorageRefusedException($"The backup is of {manifest.Provider}, Storage:Provider is {options.Provider}.");
        RestoredFiles.RefuseWithoutItsKey(manifest, options);
        IRestorePlace place = options.Provider == StorageOptions.Sqlite ? new SqlitePlace(options) : new PostgresPlace(options);
        await place.RefuseUnlessEmptyAsync(cancellationToken);
        RestoredFiles.Keys(backup, manifest, options);
        RestoredFiles.Archives(backup, manifest, options);
        // Until the end no service starts here, and the checkpoints are exchanged when there is something they belong to.
        Unfinished.Begin(options);
        await place.FillAsync(backup, there => Mark(there, manifest, loggers), cancellationToken);
        var aside = RestoredFiles.Checkpoints(backup, options, time.GetUtcNow());
        Unfinished.End(options);
        await using var verifier = AuditVerifier.Create(options, loggers);
        return new(manifest, await verifier.VerifyAsync(cancellationToken), RestoredFiles.MissingKeys(manifest, options), aside);
    }

    private static async Task Mark(StorageOptions options, BackupManifest manifest, ILoggerFactory loggers)
    {
        await using var database = DatabaseFactory.Create(options, loggers);
        using var session = database.OpenWriter();
        new Migrator(database, Steps.For(database.Dialect), loggers.CreateLogger("AiFixer.Storage")).Run(session.Connection);
        // Whoever held it then does not hold this one.
        session.Connection.Execute("delete from leases");
        // What was done after the backup had numbers too, which are in checkpoints that others may still have.
        session.Connection.Execute(database.Dialect.StreamsAfter, ("last", session.Connection.Scalar<long>("select coalesce(max(id), 0) from streams") + SetBackGuard.OfOthers));
        var reason = string.Create(CultureInfo.InvariantCulture, $"The store was restored from a backup of {manifest.MadeAt:u}.");
        new SetBackMark(session.Connection, database.Dialect).Write(reason, KnownSetBacks.Read(session.Connection).Lines);
    }
}
