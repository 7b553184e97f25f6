namespace AiFixer.Plugins.Custom.Assemblies;

/// <summary>A copy of a plugin's folder that nobody writes into while it runs.</summary>
internal sealed class ShadowCopy : IDisposable
{
    private readonly string folder;

    private ShadowCopy(string folder, string assembly) => (this.folder, Assembly) = (folder, assembly);

    public string Assembly { get; }

    public static ShadowCopy Of(string assembly)
    {
        var from = Path.GetDirectoryName(assembly)!;
        // Readable by this user alone.
        var folder = Directory.CreateTempSubdirectory("aifixer-plugin-").FullName;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return new(folder, Path.Combine(folder, Path.GetFileName(assembly)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
