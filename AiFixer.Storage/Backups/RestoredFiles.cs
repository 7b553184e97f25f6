using System.Globalization;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Backups;

/// <summary>What of a backup is not in the database. What is here already stays, or is set aside.</summary>
internal static class RestoredFiles
{
    /// <summary>Those that a backup has and nobody has here.</summary>
    public static void Keys(BackupFolder backup, BackupManifest manifest, StorageOptions options)
    {
        if (!manifest.HasKeys)
            return;
        KeyFolder.Make(options.Keys);
        KeyFolder.Make(options.Seals);
        foreach (var key in manifest.Keys)
        {
            var target = Target(key.Name, options);
            if (!File.Exists(target))
                KeyFolder.TryWrite(target, File.ReadAllText(backup[$"{BackupFolder.Keys}/{key.Name}"]));
        }
    }

    /// <summary>Throws <see cref="StorageRefusedException"/> when nothing of the backup could be read here.</summary>
    public static void RefuseWithoutItsKey(BackupManifest manifest, StorageOptions options)
    {
        if (manifest.Keys.FirstOrDefault(key => key.Name == manifest.SealedWith) is not { } wanted)
            return;
        var path = Target(wanted.Name, options);
        if (File.Exists(path) && Backup.KeyOf(path) != wanted)
            throw new StorageRefusedException($"The backup is encrypted with another key of the name {wanted.Name} than {path}: put the one with the fingerprint {wanted.Fingerprint} there.");
        if (!File.Exists(path) && !manifest.HasKeys)
            throw new StorageRefusedException($"The backup is encrypted, and its key is neither in it nor here: put {wanted.Name} ({wanted.Fingerprint}) into {Path.GetDirectoryName(path)} first.");
    }

    /// <summary>An archive never changes: one of the same name is the same.</summary>
    public static void Archives(BackupFolder backup, BackupManifest manifest, StorageOptions options)
    {
        foreach (var name in manifest.Files.Select(file => file.Name).Where(name => name.StartsWith(BackupFolder.Archives + "/", StringComparison.Ordinal)))
        {
            Directory.CreateDirectory(options.ArchivePath);
            var target = Path.Combine(options.ArchivePath, Path.GetFileName(name));
            if (!File.Exists(target))
                File.Copy(backup[name], target);
        }
    }

    /// <returns>Where the checkpoints are now that were here before; null when there were none.</returns>
    public static string? Checkpoints(BackupFolder backup, StorageOptions options, DateTimeOffset now)
    {
        var path = options.CheckpointPath;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string? aside = null;
        if (File.Exists(path))
            File.Move(path, aside = string.Create(CultureInfo.InvariantCulture, $"{path}.before-restore-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
        File.Copy(backup[BackupFolder.Checkpoints], path);
        return aside;
    }

    public static IReadOnlyList<BackupKey> MissingKeys(BackupManifest manifest, StorageOptions options)
    {
        var here = Backup.KeysOf(options).Select(Backup.KeyOf).ToHashSet();
        return [.. manifest.Keys.Where(key => !here.Contains(key))];
    }

    private static string Target(string name, StorageOptions options) =>
        Path.Combine(name.EndsWith(MasterKey.Ending, StringComparison.Ordinal) ? options.Seals : options.Keys, name);
}
