namespace AiFixer.Storage.Backups;

/// <summary>Where a database is put back.</summary>
internal interface IRestorePlace
{
    /// <summary>Throws <see cref="StorageRefusedException"/>: what is there is never overwritten.</summary>
    Task RefuseUnlessEmptyAsync(CancellationToken cancellationToken);

    /// <param name="mark">Writes into it that it was put back; no service finds it before.</param>
    Task FillAsync(BackupFolder backup, Func<StorageOptions, Task> mark, CancellationToken cancellationToken);
}
