using AiFixer.Storage.Retention;

namespace AiFixer.Storage.Backups;

internal sealed class SqlitePlace(StorageOptions options) : IRestorePlace
{
    private readonly string path = Path.GetFullPath(options.DatabasePath);

    public Task RefuseUnlessEmptyAsync(CancellationToken cancellationToken)
    {
        // A log that was left behind would be taken for the restored database's own.
        var there = new[] { path, path + "-wal", path + "-shm" }.FirstOrDefault(File.Exists);
        return there is null
            ? Task.CompletedTask
            : throw new StorageRefusedException($"{there} is there: stop the service and move the old database aside, all files of it.");
    }

    public async Task FillAsync(BackupFolder backup, Func<StorageOptions, Task> mark, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".restoring";
        // Left behind by a restore that was cut off.
        foreach (var old in new[] { draft, draft + "-wal", draft + "-shm" })
            File.Delete(old);
        File.Copy(backup[BackupFolder.Sqlite], draft);
        await mark(new StorageOptions { Provider = StorageOptions.Sqlite, DataFolder = options.DataFolder, Path = draft });
        if (File.Exists(draft + "-wal"))
            throw new StorageRefusedException($"{draft} is used by another process: stop it and restore again.");
        using (var file = new FileStream(draft, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        File.Move(draft, path);
        FolderOnDisk.Flush(Path.GetDirectoryName(path)!);
    }
}
