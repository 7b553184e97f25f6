using Microsoft.Extensions.Logging;

namespace AiFixer.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(1, LogLevel.Error, "The store is gone; nothing is acknowledged until it is back")]
    public static partial void StoreIsGone(this ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Information, "The store is back")]
    public static partial void StoreIsBack(this ILogger logger);

    [LoggerMessage(3, LogLevel.Debug, "Closing a broken connection failed")]
    public static partial void CloseFailed(this ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Information, "Migration {Number} ({Name}) is applied")]
    public static partial void Migrated(this ILogger logger, int number, string name);

    [LoggerMessage(5, LogLevel.Warning, "Made the key {Name} that signs audit checkpoints: {Path}. Keep a copy apart from the database; without it the checkpoints cannot be verified")]
    public static partial void KeyMade(this ILogger logger, string name, string path);

    [LoggerMessage(6, LogLevel.Error, "A checkpoint could not be written; the next one covers what it would have covered")]
    public static partial void CheckpointFailed(this ILogger logger, Exception exception);

    [LoggerMessage(7, LogLevel.Error, "Stream {Stream} ends at {Found}, but a checkpoint covers it to {Covered}: entries are missing. Run verify-audit")]
    public static partial void EntriesMissing(this ILogger logger, long stream, long found, long covered);

    [LoggerMessage(16, LogLevel.Error, "Stream {Stream} has no entry {Seq}, so what follows is not signed. Run verify-audit")]
    public static partial void StreamHasGap(this ILogger logger, long stream, long seq);

    [LoggerMessage(8, LogLevel.Error, "The store went away while it was closed; whoever waited was told")]
    public static partial void NotDrained(this ILogger logger, Exception exception);

    [LoggerMessage(9, LogLevel.Error, "{Path} line {Line} cannot be read: it is damaged or was changed. What it covered is signed anew. Run verify-audit")]
    public static partial void CheckpointDamaged(this ILogger logger, string path, long line);

    [LoggerMessage(10, LogLevel.Debug, "{Removed} expired claims were removed")]
    public static partial void Swept(this ILogger logger, long removed);

    [LoggerMessage(11, LogLevel.Warning, "Expired claims could not be removed; the next sweep goes on")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);

    [LoggerMessage(12, LogLevel.Warning, "The store does not answer yet; it is asked again whenever somebody wants to read")]
    public static partial void NotThereYet(this ILogger logger, Exception exception);

    [LoggerMessage(13, LogLevel.Information, "{Archived} incidents were archived; the longest the writer waited for a piece is {Milliseconds:F1} ms")]
    public static partial void Archived(this ILogger logger, long archived, double milliseconds);

    [LoggerMessage(14, LogLevel.Warning, "Closed incidents could not be archived; the next look goes on")]
    public static partial void ArchiveFailed(this ILogger logger, Exception exception);

    [LoggerMessage(15, LogLevel.Error, "Incident {Incident} is not archived: version {Version}: {What} Run verify-audit")]
    public static partial void NotArchived(this ILogger logger, string incident, long version, string what);

    [LoggerMessage(19, LogLevel.Error, "{Path} has checkpoints of another store: this one never had them. Move its folder aside, or give this store one of its own")]
    public static partial void OtherStore(this ILogger logger, string path);

    [LoggerMessage(18, LogLevel.Critical, "The database is older than what was signed about it: {Entries} entries until {Until} are missing ({Path}). AiFixer is stopped until somebody lets it go on; see docs/backup.md")]
    public static partial void SetBack(this ILogger logger, long entries, DateTimeOffset until, string path);

    [LoggerMessage(20, LogLevel.Warning, "Made the key {Name} that encrypts the store: {Path}. Keep a copy apart from the database: nothing in it can be read without")]
    public static partial void SealKeyMade(this ILogger logger, string name, string path);

    [LoggerMessage(21, LogLevel.Warning, "The key {Old} that encrypts the store is replaced by {New}; what is there already is encrypted anew in the background")]
    public static partial void KeyReplaced(this ILogger logger, string old, string @new);

    [LoggerMessage(22, LogLevel.Warning, "Storage:DataKey is {Configured}, which was replaced by {Current}: that one is used. Set Storage:DataKey={Current}, or a new name to exchange it again")]
    public static partial void KeyWasReplaced(this ILogger logger, string configured, string current);

    [LoggerMessage(23, LogLevel.Information, "What is written to the store is not encrypted: Storage:Sealing=on begins it")]
    public static partial void NotSealed(this ILogger logger);

    [LoggerMessage(24, LogLevel.Information, "{Rows} older rows were encrypted with the current key; everything is now")]
    public static partial void Resealed(this ILogger logger, long rows);

    [LoggerMessage(25, LogLevel.Warning, "Older rows could not be encrypted with the current key; the next try goes on")]
    public static partial void ResealFailed(this ILogger logger, Exception exception);

    [LoggerMessage(26, LogLevel.Error, "{Place} cannot be opened and stays as it is: it was changed. Run verify-audit")]
    public static partial void NotResealed(this ILogger logger, string place);

    [LoggerMessage(17, LogLevel.Warning, "Made the key {Name} that signs grants: {Path}. Every process of one store needs the same")]
    public static partial void GrantKeyMade(this ILogger logger, string name, string path);
}
