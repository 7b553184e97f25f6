using System.Security.Cryptography;
using System.Text.Json;

namespace AiFixer.Storage.Backups;

/// <summary>The files of a backup. Nothing counts before its manifest is there.</summary>
internal sealed class BackupFolder(string path)
{
    public const string Keys = "keys";
    public const string Archives = "archive";
    public const string Checkpoints = "audit/checkpoints.jsonl";
    public const string Sqlite = "aifixer.db";
    public const string Postgres = "aifixer.dump";

    public string this[string name] => Path.Combine(path, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Makes it, and the folders in it, for its owner alone.</summary>
    public void Make(string name = "")
    {
        var folder = name.Length == 0 ? path : this[name];
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Everything that is in it, with digests.</summary>
    public IReadOnlyList<BackupFile> Look() =>
        [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Of(file))];

    /// <summary>What it says about itself. Throws <see cref="StorageRefusedException"/> when it is not a whole backup.</summary>
    public BackupManifest Read()
    {
        if (!File.Exists(this[BackupManifest.Name]))
            throw new StorageRefusedException($"{path} is not a backup, or one that was not finished: it has no {BackupManifest.Name}.");
        var manifest = Parse();
        if (manifest.Format != BackupManifest.ThisFormat)
            throw new StorageRefusedException($"{path} has format {manifest.Format}; this release reads {BackupManifest.ThisFormat}. Use the release that made it, or a newer one.");
        foreach (var file in manifest.Files)
            Check(file);
        if (manifest.Keys.FirstOrDefault(key => Path.GetFileName(key.Name) != key.Name) is { } odd)
            throw new StorageRefusedException($"{odd.Name} is no name of a key.");
        return manifest;
    }

    public void Write(BackupManifest manifest)
    {
        using var file = new FileStream(this[BackupManifest.Name], FileMode.CreateNew, FileAccess.Write);
        JsonSerializer.Serialize(file, manifest, BackupJson.Default.BackupManifest);
        file.Flush(flushToDisk: true);
    }

    private BackupManifest Parse()
    {
        try
        {
            using var file = File.OpenRead(this[BackupManifest.Name]);
            return JsonSerializer.Deserialize(file, BackupJson.Default.BackupManifest) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new StorageRefusedException($"{this[BackupManifest.Name]} cannot be read: {e.Message}", e);
        }
    }

    private void Check(BackupFile expected)
    {
        if (expected.Name.Split('/').Contains("..") || Path.IsPathRooted(expected.Name))
            throw new StorageRefusedException($"{expected.Name} is not within the backup.");
        if (!File.Exists(this[expected.Name]))
            throw new StorageRefusedException($"{this[expected.Name]} is missing.");
        if (Of(this[expected.Name]) != expected)
            throw new StorageRefusedException($"{this[expected.Name]} is not the file that was written: it is damaged or was changed.");
    }

    private BackupFile Of(string file)
    {
        using var content = File.OpenRead(file);
        return new(Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/'), content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
