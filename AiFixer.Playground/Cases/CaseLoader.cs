using System.Text.Json.Nodes;

namespace AiFixer.Playground.Cases;

/// <summary>Reads a case from its folder. A file nobody knows is a mistake as well: somebody meant it to be served.</summary>
internal static class CaseLoader
{
    private static readonly HashSet<string> Files =
        ["case.json", "alert.json", "expected.json", "logs.ndjson", "metrics.csv", "traces.json", "changes.json", "database.json", "README.md"];

    private static readonly HashSet<string> Folders = ["kubernetes", "podlogs"];

    private static readonly (string File, CaseSource Source)[] Served =
    [
        ("metrics.csv", CaseSource.Metrics), ("logs.ndjson", CaseSource.Logs), ("traces.json", CaseSource.Traces),
        ("database.json", CaseSource.Database), ("changes.json", CaseSource.Changes),
    ];

    public static FrozenCase Load(CaseContents contents)
    {
        var about = new CaseFile(contents, "case.json");
        var head = about.Object();
        var alert = new CaseFile(contents, "alert.json");
        alert.Object();
        RefuseUnknown(contents);
        return new(about.Required(head, "id", null), about.Required(head, "suite", null), about.Moment(head, "now", null), contents.Folder)
        {
            Alert = alert.Text(),
            Sources = Sources(contents).ToHashSet(),
            Lists = ListReader.Read(contents),
            PodLogs = PodLogReader.Read(contents),
            Metrics = Optional(contents, "metrics.csv", MetricReader.Read, []),
            Logs = Optional(contents, "logs.ndjson", LogReader.Read, []),
            Spans = Optional(contents, "traces.json", SpanReader.Read, []),
            Database = Optional<JsonObject?>(contents, "database.json", DatabaseReader.Read, null),
            Changes = Optional<JsonObject?>(contents, "changes.json", ChangesReader.Read, null),
            Expected = Optional<CaseExpectation?>(contents, "expected.json", ExpectationReader.Read, null),
        };
    }

    private static T Optional<T>(CaseContents contents, string name, Func<CaseFile, T> read, T absent)
    {
        var file = new CaseFile(contents, name);
        return file.Exists ? read(file) : absent;
    }

    /// <summary>A file without a line is a source that holds nothing, which is something else than no source.</summary>
    private static IEnumerable<CaseSource> Sources(CaseContents contents)
    {
        if (Folders.Any(folder => contents.Below(folder).Any()))
            yield return CaseSource.Kubernetes;
        foreach (var (name, source) in Served.Where(served => contents.Files.ContainsKey(served.File)))
            yield return source;
    }

    private static void RefuseUnknown(CaseContents contents)
    {
        if (contents.Files.Keys.FirstOrDefault(name => !Files.Contains(name) && !Folders.Contains(name.Split('/')[0])) is { } unknown)
            throw new FrozenCaseException(Path.Combine(contents.Folder, unknown), null, "is no file of a case");
    }
}
