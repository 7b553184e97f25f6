using System.Text.Json.Nodes;

namespace AiFixer.Playground.Cases;

/// <summary>Reads a case from its folder. A file nobody knows is a mistake as well: somebody meant it to be served.</summary>
internal static class CaseLoader
{
    private static readonly HashSet<string> Files =
        ["case.json", "alert.json", "expected.json", "logs.ndjson", "metrics.csv", "traces.json", "changes.json", "database.json", "README.md"];

    private static readonly HashSet<string> Folders = ["kubernetes", "podlogs"];

    public static FrozenCase Load(string folder)
    {
        var about = new CaseFile(folder, "case.json");
        var head = about.Object();
        var alert = new CaseFile(folder, "alert.json");
        alert.Object();
        RefuseUnknown(folder);
        return new(about.Required(head, "id", null), about.Required(head, "suite", null), about.Moment(head, "now", null), folder)
        {
            Alert = alert.Text(),
            Lists = ListReader.Read(Path.Combine(folder, "kubernetes")),
            PodLogs = PodLogReader.Read(Path.Combine(folder, "podlogs")),
            Metrics = Optional(folder, "metrics.csv", MetricReader.Read, []),
            Logs = Optional(folder, "logs.ndjson", LogReader.Read, []),
            Spans = Optional(folder, "traces.json", SpanReader.Read, []),
            Database = Optional<JsonObject?>(folder, "database.json", DatabaseReader.Read, null),
            Changes = Optional<JsonObject?>(folder, "changes.json", ChangesReader.Read, null),
        };
    }

    private static T Optional<T>(string folder, string name, Func<CaseFile, T> read, T absent)
    {
        var file = new CaseFile(folder, name);
        return file.Exists ? read(file) : absent;
    }

    private static void RefuseUnknown(string folder)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (!Files.Contains(name) && !(Folders.Contains(name) && Directory.Exists(path)))
                throw new FrozenCaseException(path, null, "is no file of a case");
        }
    }
}
