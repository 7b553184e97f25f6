using System.Collections.Immutable;
using System.Text.Json;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>Reads facts from what diagnostic plugins answer. What is not there is not a fact.</summary>
public static class WorkloadReader
{
    public static Rollout Rollout(JsonElement answer, string evidence) => new(
        Number(answer, "desired"),
        Number(answer, "ready"),
        Number(answer, "currentRevision"),
        [.. Items(answer, "revisions").Select(Revision)],
        evidence);

    public static LogFact Log(JsonElement answer, string evidence) => new(
        Text(answer, "pod") ?? "",
        [.. Items(answer, "lines").Select(line => line.GetString() ?? "")],
        evidence);

    private static RevisionFact Revision(JsonElement item) => new(
        Number(item, "revision"),
        Text(item, "templateHash") ?? "",
        Time(item, "createdAt") ?? DateTimeOffset.MinValue,
        string.Join(", ", Items(item, "images").Select(image => image.GetString())),
        Number(item, "replicas"),
        Number(item, "ready"));

    private static List<JsonElement> Items(JsonElement of, string name) =>
        of.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;

    private static DateTimeOffset? Time(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;
}
