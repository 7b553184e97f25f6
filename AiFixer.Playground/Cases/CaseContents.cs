using System.Collections.Immutable;

namespace AiFixer.Playground.Cases;

/// <summary>The texts of a case's files by their paths below its folder, such as <c>kubernetes/pods.json</c>.</summary>
public sealed record CaseContents(string Folder, ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>Reads a folder. One that is not there has no files.</summary>
    /// <exception cref="FrozenCaseException">A file cannot be read.</exception>
    public static CaseContents Read(string folder) => new(folder, Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), Text, StringComparer.Ordinal)
        : ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>The same with another text in one of the files, made anew from what is there; a file that is not there stays away.</summary>
    public CaseContents With(string name, Func<string, string> change) =>
        Files.TryGetValue(name, out var text) ? this with { Files = Files.SetItem(name, change(text)) } : this;

    /// <summary>The paths of the files below a folder of the case.</summary>
    internal IEnumerable<string> Below(string folder) => Files.Keys.Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal));

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FrozenCaseException(path, null, e.Message, e);
        }
    }
}
