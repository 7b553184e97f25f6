namespace AiFixer.TestSupport;

/// <summary>What a build gets to see of the repository: what <c>.dockerignore</c> leaves of it.</summary>
public static class BuildContext
{
    /// <summary>Copies it; returns how many files there are.</summary>
    public static int Copy(string repository, string to)
    {
        var lines = File.ReadAllLines(Path.Combine(repository, ".dockerignore")).Where(line => line.Length > 0 && line[0] != '#').ToList();
        if (lines[0] != "*")
            throw new NotSupportedException("an ignore file that does not begin by leaving everything out");
        var kept = lines.Where(line => line[0] == '!').Select(line => line[1..]).ToList();
        var dropped = lines.Where(line => line.StartsWith("**/", StringComparison.Ordinal)).Select(line => line[3..]).ToHashSet();
        if (kept.Count + dropped.Count + 1 != lines.Count)
            throw new NotSupportedException("a kind of line that is not known here");
        return new DirectoryInfo(repository).EnumerateFileSystemInfos().Where(entry => kept.Any(pattern => Matches(entry.Name, pattern)))
            .Sum(entry => Copy(entry, to, dropped));
    }

    private static bool Matches(string name, string pattern) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;

    private static int Copy(FileSystemInfo entry, string to, HashSet<string> dropped)
    {
        var target = Path.Combine(to, entry.Name);
        if (dropped.Contains(entry.Name))
            return 0;
        if (entry is not DirectoryInfo folder)
        {
            File.Copy(entry.FullName, target);
            return 1;
        }

        Directory.CreateDirectory(target);
        return folder.EnumerateFileSystemInfos().Sum(inner => Copy(inner, target, dropped));
    }
}
