using System.Security.Cryptography;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Retention;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Backups;

/// <summary>
/// Copies the store as it is at one moment, with the checkpoints that were signed by then and the archives it refers to.
/// The service goes on meanwhile; nothing in the store is changed.
/// </summary>
public static class Backup
{
    private static readonly string[] KeyFiles = ["*.pem", "*.grant", "*" + MasterKey.Ending];

    /// <param name="folder">Where it goes; must not be there yet.</param>
    /// <param name="withKeys">Whether the keys go with it. They let whoever has them sign; better kept elsewhere.</param>
    /// <param name="withArchives">Whether the archives go with it. They never change, so they may be copied by other means.</param>
    public static async Task<BackupManifest> WriteAsync(
        StorageOptions options, string folder, bool withKeys, bool withArchives, CancellationToken cancellationToken)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.Exists(folder))
            throw new StorageRefusedException($"{folder} is there already: a backup goes into a folder of its own.");
        var draft = folder + ".part";
        if (Path.Exists(draft))
            throw new StorageRefusedException($"{draft} is there: another backup is being made, or one was given up. Remove it then.");
        try
        {
            var manifest = await FillAsync(options, new(draft), withKeys, withArchives, cancellationToken);
            Directory.Move(draft, folder);
            FolderOnDisk.Flush(Path.GetDirectoryName(folder)!);
            return manifest;
        }
        catch
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
            throw;
        }
    }

    internal static IEnumerable<string> KeysOf(StorageOptions options) => new[] { options.Keys, options.Seals }
        .Select(Path.GetFullPath).Distinct().Where(Directory.Exists)
        .SelectMany(folder => KeyFiles.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern))).Order(StringComparer.Ordinal);

    internal static BackupKey KeyOf(string path) =>
        new(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)).AsSpan(0, 8)));

    private static async Task<BackupManifest> FillAsync(
        StorageOptions options, BackupFolder into, bool withKeys, bool withArchives, CancellationToken cancellationToken)
    {
        into.Make();
        into.Make("audit");
        var copy = options.Provider == StorageOptions.Sqlite
            ? await Task.Run(() => SqliteCopy.Make(options, into[BackupFolder.Sqlite]), cancellationToken)
            : await PostgresCopy.MakeAsync(options, into[BackupFolder.Postgres], cancellationToken);
        CheckpointCopy.Write(options.CheckpointPath, into[BackupFolder.Checkpoints], copy.CheckpointLines);
        if (withArchives)
            CopyArchives(options, into, copy.Archives);
        // Looked for once: one that is made meanwhile belongs to the next backup.
        IReadOnlyList<string> keys = [.. KeysOf(options)];
        if (withKeys)
            CopyKeys(keys, into);
        var manifest = new BackupManifest(
            BackupManifest.ThisFormat, options.Provider, copy.Schema, copy.At, copy.Incidents, into.Look(), [.. keys.Select(KeyOf)])
        {
            SealedWith = copy.SealedWith is { } name ? name + MasterKey.Ending : null,
        };
        into.Write(manifest);
        return manifest;
    }

    private static void CopyArchives(StorageOptions options, BackupFolder into, IReadOnlyList<string> archives)
    {
        into.Make(BackupFolder.Archives);
        foreach (var name in archives)
        {
            var source = Path.Combine(options.ArchivePath, name);
            if (!File.Exists(source))
                throw new StorageRefusedException($"The archive {source} is missing: find it, or leave archives out of the backup. verify-audit says what was in it.");
            CopyWhole(source, into[$"{BackupFolder.Archives}/{name}"]);
        }
    }

    private static void CopyKeys(IReadOnlyList<string> keys, BackupFolder into)
    {
        into.Make(BackupFolder.Keys);
        foreach (var key in keys)
            CopyWhole(key, into[$"{BackupFolder.Keys}/{Path.GetFileName(key)}"]);
    }

    /// <summary>On disk before the manifest says that it is.</summary>
    private static void CopyWhole(string source, string target)
    {
        File.Copy(source, target);
        using (var file = new FileStream(target, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        FolderOnDisk.Flush(Path.GetDirectoryName(target)!);
    }
}
