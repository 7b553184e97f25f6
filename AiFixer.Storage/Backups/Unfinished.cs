namespace AiFixer.Storage.Backups;

/// <summary>A file beside a store that is being restored: what is in it yet must not be worked on.</summary>
internal static class Unfinished
{
    private const string Name = "restore-unfinished";

    public static void Begin(StorageOptions options)
    {
        Directory.CreateDirectory(options.DataFolder);
        using var file = File.Create(PathOf(options));
        file.Flush(flushToDisk: true);
    }

    public static void End(StorageOptions options) => File.Delete(PathOf(options));

    /// <summary>Throws <see cref="StorageRefusedException"/> while there is one.</summary>
    public static void Refuse(StorageOptions options)
    {
        if (File.Exists(PathOf(options)))
            throw new StorageRefusedException($"A restore was begun here and not finished ({PathOf(options)}): empty the database and restore again, which removes that file.");
    }

    private static string PathOf(StorageOptions options) => Path.Combine(options.DataFolder, Name);
}
