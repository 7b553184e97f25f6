using System.Text.Json;
using AiFixer.Core.Analysis.Reading;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>Reads facts from what diagnostic plugins answer. What is not there is not a fact.</summary>
public static class WorkloadReader
{
    public static Rollout Rollout(JsonElement answer, string evidence) => new(
        answer.Count("desired"), answer.Count("ready"), answer.Count("currentRevision"), [.. answer.Items("revisions").Select(Revision)], evidence);

    public static LogFact Log(JsonElement answer, string evidence) => new(answer.Text("pod") ?? "", answer.Strings("lines"), evidence);

    private static RevisionFact Revision(JsonElement item) => new(
        item.Count("revision"),
        item.Text("templateHash") ?? "",
        item.Moment("createdAt") ?? DateTimeOffset.MinValue,
        string.Join(", ", item.Strings("images")),
        item.Count("replicas"),
        item.Count("ready"));
}
