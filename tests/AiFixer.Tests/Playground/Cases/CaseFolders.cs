using AiFixer.Tests.Repository;

namespace AiFixer.Tests.Playground.Cases;

/// <summary>Where frozen incidents are: some of our own, and those beside the repository, where they are there.</summary>
internal static class CaseFolders
{
    public const string Variable = "AIFIXER_CASES";

    public static string Own { get; } = Path.Combine(RepositoryFolder.Root, "tests", "AiFixer.Tests", "Playground", "Cases", "Data");

    /// <summary>The folder that the variable names, or the usual place beside the repository; null when there is neither.</summary>
    public static string? Given { get; } = new[]
    {
        Environment.GetEnvironmentVariable(Variable),
        Path.Combine(RepositoryFolder.Root, "..", "shared", "eval", "cases"),
        Path.Combine(RepositoryFolder.Root, "..", "..", "shared", "eval", "cases"),
    }.FirstOrDefault(folder => folder is { Length: > 0 } && Directory.Exists(folder));

    public static IReadOnlyList<string> Below(string folder) =>
        [.. Directory.EnumerateFiles(folder, "case.json", SearchOption.AllDirectories).Select(f => Path.GetDirectoryName(f)!).Order(StringComparer.Ordinal)];
}
