namespace AiFixer.Playground.Cases;

/// <summary>Reads <c>podlogs/NS__POD__CONTAINER.log</c> and <c>….previous.log</c>.</summary>
internal static class PodLogReader
{
    private const string Current = ".log";
    private const string Previous = ".previous.log";

    public static IReadOnlyDictionary<PodLogName, string> Read(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFileSystemEntries(folder).ToDictionary(path => Name(folder, Path.GetFileName(path)), path => new CaseFile(folder, Path.GetFileName(path)).Text())
        : new Dictionary<PodLogName, string>();

    private static PodLogName Name(string folder, string file)
    {
        var previous = file.EndsWith(Previous, StringComparison.Ordinal);
        var ending = previous ? Previous : Current;
        return file.EndsWith(ending, StringComparison.Ordinal) && file[..^ending.Length].Split("__") is [{ Length: > 0 } ns, { Length: > 0 } pod, { Length: > 0 } container]
            ? new(ns, pod, container, previous)
            : throw new FrozenCaseException(Path.Combine(folder, file), null, "must be named NAMESPACE__POD__CONTAINER.log or ….previous.log");
    }
}
