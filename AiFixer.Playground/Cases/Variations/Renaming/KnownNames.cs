using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases.Variations.Renaming;

/// <summary>What is called something in a case.</summary>
/// <param name="Things">Services, namespaces, workloads, pods and databases.</param>
internal sealed record KnownNames(ImmutableSortedSet<string> Things, ImmutableSortedSet<string> People, ImmutableSortedSet<string> Shas)
{
    private static readonly HashSet<string> OfThings =
    [
        "service", "namespace", "pod", "deployment", "app", "app.kubernetes.io/name", "container", "workload", "db_instance", "first_failing_service", "blast_radius",
    ];

    private static readonly HashSet<string> OfPeople = ["author", "actor"];

    private static readonly HashSet<string> OfShas = ["sha", "culprit_change", "decoys"];

    /// <summary>Kinds whose objects are named by those who run them.</summary>
    private static readonly string[] Kinds = ["pods", "deployments", "replicasets", "services", "statefulsets", "daemonsets"];

    public static KnownNames Of(CaseContents contents)
    {
        var texts = contents.Files.SelectMany(Texts).ToList();
        return new(
            [.. Under(OfThings, texts), .. Kinds.SelectMany(kind => Named(contents.Json($"kubernetes/{kind}.json")))],
            [.. Under(OfPeople, texts).Where(person => !person.Contains("bot", StringComparison.OrdinalIgnoreCase))],
            [.. Under(OfShas, texts).Where(sha => sha != CaseExpectation.NoChange)]);
    }

    private static IEnumerable<string> Under(HashSet<string> keys, IEnumerable<(string Key, string Text)> texts) =>
        texts.Where(one => keys.Contains(one.Key)).Select(one => one.Text);

    private static IEnumerable<(string Key, string Text)> Texts(KeyValuePair<string, string> file) => Path.GetExtension(file.Key) switch
    {
        ".json" => Edits.Texts(JsonNode.Parse(file.Value)),
        ".ndjson" => file.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line => Edits.Texts(JsonNode.Parse(line))),
        ".csv" => file.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).SelectMany(Labels),
        _ => [],
    };

    private static IEnumerable<(string Key, string Text)> Labels(string line) => MetricRow.Parse(line.TrimEnd('\r')).Labels
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(label => label.Split('=', 2))
        .Select(label => (label[0], label[^1]));

    private static IEnumerable<string> Named(JsonNode? list) =>
        (list.Arr("items") ?? []).Select(item => item.Obj("metadata").Str("name")).OfType<string>();
}
