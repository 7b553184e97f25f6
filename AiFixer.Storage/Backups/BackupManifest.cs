namespace AiFixer.Storage.Backups;

/// <summary>What a backup has, and what is needed to use it. Its file is the last that is written.</summary>
/// <param name="Format">How it is laid out.</param>
/// <param name="Provider">The kind of database that it is of.</param>
/// <param name="Schema">The version of the tables.</param>
/// <param name="MadeAt">When the database was as it is in here.</param>
/// <param name="Keys">The keys that belong to it, whether they are in here or not.</param>
public sealed record BackupManifest(
    int Format, string Provider, int Schema, DateTimeOffset MadeAt, long Incidents, IReadOnlyList<BackupFile> Files, IReadOnlyList<BackupKey> Keys)
{
    public const int ThisFormat = 1;
    public const string Name = "manifest.json";

    /// <summary>The file of the key without which nothing in it can be read; null when it is in clear.</summary>
    public string? SealedWith { get; init; }

    public bool HasKeys => Files.Any(file => file.Name.StartsWith(BackupFolder.Keys + "/", StringComparison.Ordinal));
}
