namespace AiFixer.TestSupport;

internal static class PostgresBinaries
{
    private const string Root = "/usr/lib/postgresql";

    public static string Find(string name) =>
        Versions()
            .Select(version => Path.Combine(version, "bin", name))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"No {name} under {Root}/*/bin: install Debian's postgresql.");

    private static IEnumerable<string> Versions() =>
        Directory.Exists(Root)
            ? Directory.GetDirectories(Root).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            : [];
}
