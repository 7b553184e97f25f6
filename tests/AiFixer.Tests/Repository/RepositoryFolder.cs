namespace AiFixer.Tests.Repository;

/// <summary>The sources these tests were built from, without what a build or a run leaves behind.</summary>
internal static class RepositoryFolder
{
    private static readonly string[] Skipped = ["bin", "obj", ".git", "data", "artifacts", "node_modules", "TestResults", ".vs", ".vscode", ".idea"];

    private static readonly string[] Texts =
    [
        ".cs", ".razor", ".css", ".js", ".csproj", ".props", ".targets", ".sln", ".json", ".jsonl", ".md", ".sh", ".sql",
        ".txt", ".xml", ".yml", ".yaml", ".html", ".editorconfig", ".gitignore", ".gitattributes", "",
    ];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> TextFiles { get; } = [.. Read(new DirectoryInfo(Root))];

    public static IEnumerable<SourceFile> Code => TextFiles.Where(file => file.Extension is ".cs" or ".razor");

    public static IEnumerable<SourceFile> Under(string folder) =>
        TextFiles.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    private static IEnumerable<SourceFile> Read(DirectoryInfo folder) =>
        folder.EnumerateFiles()
            .Where(file => Texts.Contains(file.Extension))
            .Select(file => new SourceFile(Path.GetRelativePath(Root, file.FullName), File.ReadAllText(file.FullName)))
            .Concat(folder.EnumerateDirectories().Where(child => !Skipped.Contains(child.Name)).SelectMany(Read));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AiFixer.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("These tests run inside the repository.");
    }
}
