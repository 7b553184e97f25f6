namespace AiFixer.Gateway.Commands.Eval;

/// <summary>Finds the folders of cases: below a folder of suites, in a suite, or the folder itself.</summary>
internal static class CaseFolders
{
    private const int Deepest = 2;
    private static readonly string[] Marks = ["case.json", "alert.json", "expected.json"];

    public static IReadOnlyList<string> Below(string folder) =>
        Directory.Exists(folder) ? [.. Find(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), 0)] : [];

    private static IEnumerable<string> Find(string folder, int depth)
    {
        if (Array.Exists(Marks, mark => File.Exists(Path.Combine(folder, mark))))
            return [folder];
        var inner = Directory.EnumerateDirectories(folder).Where(one => !Path.GetFileName(one).StartsWith('.')).Order(StringComparer.Ordinal).ToList();
        // Nothing in it says that it is a case, but there is nothing else that it could be: leaving it out would hide what is missing.
        if (depth == Deepest || depth > 0 && inner.Count == 0)
            return [folder];
        return inner.SelectMany(one => Find(one, depth + 1));
    }
}
