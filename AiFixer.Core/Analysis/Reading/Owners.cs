namespace AiFixer.Core.Analysis.Reading;

/// <summary>Whose a number or a line is: labels differ from house to house.</summary>
public static class Owners
{
    /// <summary>Labels that name who is measured, the most telling first.</summary>
    public static IReadOnlyList<string> Labels { get; } =
        ["service", "service_name", "db_instance", "dbinstance_identifier", "deployment", "app", "app_kubernetes_io_name", "component", "job_name", "workload", "container", "pod", "node", "instance", "host", "job"];

    private static readonly string[] DatabaseLabels = ["db_instance", "dbinstance_identifier", "DBInstanceIdentifier", "database_instance"];

    public static string Of(IReadOnlyDictionary<string, string> labels) =>
        Labels.Select(label => labels.GetValueOrDefault(label)).FirstOrDefault(value => value is { Length: > 0 }) ?? "";

    /// <summary>The label by which an alert names what it is about, and the name.</summary>
    public static (string Label, string Name)? Subject(IReadOnlyDictionary<string, string> labels) =>
        Labels.Where(label => label is not "job" && labels.GetValueOrDefault(label) is { Length: > 0 } && !IsKind(label, labels)).Select(label => ((string, string)?)(label, labels[label])).FirstOrDefault();

    /// <summary>The database instance that an alert is about.</summary>
    public static string? Database(IReadOnlyDictionary<string, string> labels) =>
        DatabaseLabels.Select(label => labels.GetValueOrDefault(label)).FirstOrDefault(value => value is { Length: > 0 });

    /// <summary>A database's alert names the product as its service and the instance beside it.</summary>
    private static bool IsKind(string label, IReadOnlyDictionary<string, string> labels) =>
        label is "service" or "service_name" or "app" && Database(labels) is not null;
}
