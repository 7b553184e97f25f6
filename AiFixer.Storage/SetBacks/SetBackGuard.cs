using System.Data.Common;
using System.Globalization;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Databases;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.SetBacks;

/// <summary>Before anything else is done with a database: is it older than what was signed about it, and does nobody know yet?</summary>
internal static class SetBackGuard
{
    // Other processes have files of their own, with numbers that are in none of ours.
    internal const long OfOthers = 10_000;

    public static void Run(DbConnection connection, Dialect dialect, StorageOptions options, ILogger logger)
    {
        // The file first: what is signed was on disk before.
        var signed = new CheckpointFile(options.CheckpointPath, logger);
        signed.Open();
        if (SetBackLook.Find(connection, signed) is not { } ahead)
            return;
        if (!IsOfThisStore(connection, signed))
        {
            logger.OtherStore(options.CheckpointPath);
            return;
        }

        // A number that was used is never used again: its entries could not be told from those that were signed.
        connection.Execute(dialect.StreamsAfter, ("last", ahead.LastStream + OfOthers));
        var (known, since) = KnownSetBacks.Read(connection);
        if (known.GetValueOrDefault(ahead.File) >= ahead.Line)
            return;
        known[ahead.File] = ahead.Line;
        var mark = new SetBackMark(connection, dialect);
        // Another process found out already, and somebody may have let it go on since.
        if (since > ahead.Until)
            mark.Remember(known);
        else
            mark.Write(Reason(ahead, options), known);
        logger.SetBack(ahead.Entries, ahead.Until, options.CheckpointPath);
    }

    /// <summary>A store that never knew a file of checkpoints is another one, however its numbers compare.</summary>
    private static bool IsOfThisStore(DbConnection connection, CheckpointFile signed) => connection.Scalar<long>(
        "select count(*) from streams where checkpoint_line > 0 and (checkpoint_file = @file or checkpoint_file = '')", ("file", signed.Id)) > 0;

    private static string Reason(SignedAhead ahead, StorageOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"The database is older than what was signed about it: {ahead.Entries} entries until {ahead.Until:u} are missing ({options.CheckpointPath} line {ahead.Line}). It was restored from a backup, or somebody removed them.");
}
