namespace AiFixer.Hosting.Playbooks;

/// <summary>The playbooks that are shipped, as files beside the program or in a folder of the user's own.</summary>
public sealed class PlaybookFiles(string folder)
{
    internal const string ClassesId = "classes";
    private const string ClassesFile = ClassesId + ".yaml";

    public static string Default => Path.Combine(AppContext.BaseDirectory, "playbooks");

    public string Folder => folder;

    /// <summary>Texts by id, in their order.</summary>
    public IReadOnlyList<(string Id, string Text)> Playbooks() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.yaml")
            .Where(path => Path.GetFileName(path) != ClassesFile)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))];

    public string PathOf(string id) => Path.Combine(folder, $"{id}.yaml");

    /// <returns>Null when there is no such file.</returns>
    public string? Classes() => File.Exists(Path.Combine(folder, ClassesFile)) ? File.ReadAllText(Path.Combine(folder, ClassesFile)) : null;
}
