namespace AiFixer.Plugins.Runbooks;

/// <summary>The runbooks as they are now: read again when a file came, went or changed.</summary>
internal sealed class RunbookFolder(string folder)
{
    private const int MostFiles = 5000;
    private const long LargestFile = 2 * 1024 * 1024;
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = true,
        MaxRecursionDepth = 16,
    };

    private readonly Lock gate = new();
    private string seen = "";
    private RunbookIndex index = new([]);

    public RunbookIndex Current()
    {
        lock (gate)
        {
            var files = new DirectoryInfo(folder).EnumerateFiles("*.md", Below)
                .Where(f => f.Length <= LargestFile).OrderBy(f => f.FullName, StringComparer.Ordinal).Take(MostFiles).ToList();
            var now = string.Join('\n', files.Select(f => $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}"));
            if (now != seen)
                (seen, index) = (now, new(files.SelectMany(Sections)));
            return index;
        }
    }

    private List<RunbookSection> Sections(FileInfo file) =>
        RunbookReader.Read(Path.GetRelativePath(folder, file.FullName), File.ReadAllText(file.FullName));
}
