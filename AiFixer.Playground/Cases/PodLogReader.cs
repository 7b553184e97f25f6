namespace AiFixer.Playground.Cases;

/// <summary>Reads <c>podlogs/NS__POD__CONTAINER.log</c> and <c>….previous.log</c>.</summary>
internal static class PodLogReader
{
    private const string Folder = "podlogs";
    private const string Current = ".log";
    private const string Previous = ".previous.log";

    public static IReadOnlyDictionary<PodLogName, string> Read(CaseContents contents) =>
        contents.Below(Folder).ToDictionary(path => Name(contents.Folder, path), path => contents.Files[path]);

    private static PodLogName Name(string folder, string path)
    {
        var file = path[(Folder.Length + 1)..];
        var previous = file.EndsWith(Previous, StringComparison.Ordinal);
        var ending = previous ? Previous : Current;
        return !file.Contains('/', StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal)
            && file[..^ending.Length].Split("__") is [{ Length: > 0 } ns, { Length: > 0 } pod, { Length: > 0 } container]
            ? new(ns, pod, container, previous)
            : throw new FrozenCaseException(Path.Combine(folder, path), null, "must be named NAMESPACE__POD__CONTAINER.log or ….previous.log");
    }
}
