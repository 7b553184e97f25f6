using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Printing;

/// <summary>The columns of each type, as kubectl users know them.</summary>
internal sealed class TableColumns
{
    private readonly WorldClock clock;
    private readonly Dictionary<ResourceType, IReadOnlyList<Column>> columns;
    private readonly IReadOnlyList<Column> fallback;

    public TableColumns(WorldClock clock)
    {
        this.clock = clock;
        var name = new Column("Name", json => json.Obj("metadata").Str("name"));
        var age = new Column("Age", json => Age(json.Obj("metadata").Str("creationTimestamp")));
        fallback = [name, age];
        columns = new()
        {
            [Resources.Pods] =
            [
                name, new("Ready", PodCells.Ready), new("Status", PodCells.Status), new("Restarts", PodRestarts), age,
                new("IP", json => json.Obj("status").Str("podIP") ?? "<none>", 1), new("Node", json => json.Obj("spec").Str("nodeName") ?? "<none>", 1),
                new("Nominated Node", _ => "<none>", 1), new("Readiness Gates", _ => "<none>", 1),
            ],
            [Resources.Deployments] =
            [
                name, new("Ready", json => $"{Count(json, "readyReplicas")}/{json.Obj("spec").Int("replicas") ?? 0}"),
                new("Up-to-date", json => Count(json, "updatedReplicas")), new("Available", json => Count(json, "availableReplicas")), age,
                new("Containers", json => Containers(json, "name"), 1), new("Images", json => Containers(json, "image"), 1), new("Selector", Selector, 1),
            ],
            [Resources.ReplicaSets] =
            [
                name, new("Desired", json => json.Obj("spec").Int("replicas") ?? 0), new("Current", json => Count(json, "replicas")),
                new("Ready", json => Count(json, "readyReplicas")), age,
                new("Containers", json => Containers(json, "name"), 1), new("Images", json => Containers(json, "image"), 1), new("Selector", Selector, 1),
            ],
            [Resources.Nodes] = [name, new("Status", NodeStatus), new("Roles", _ => "<none>"), age, new("Version", json => json.Obj("status").Obj("nodeInfo").Str("kubeletVersion"))],
            [Resources.Namespaces] = [name, new("Status", json => json.Obj("status").Str("phase")), age],
            [Resources.Events] =
            [
                new("Last Seen", json => Age(json.Str("lastTimestamp") ?? json.Str("eventTime"))), new("Type", json => json.Str("type")), new("Reason", json => json.Str("reason")),
                new("Object", json => $"{json.Obj("involvedObject").Str("kind")?.ToLowerInvariant()}/{json.Obj("involvedObject").Str("name")}"),
                new("Message", json => json.Str("message")),
                new("Count", json => json.Int("count") ?? 1, 1), new("Name", json => json.Obj("metadata").Str("name"), 1),
            ],
        };
    }

    public IReadOnlyList<Column> Of(ResourceType type) => columns.GetValueOrDefault(type) ?? fallback;

    private string Age(string? since) => KubeTime.Parse(since) is { } time ? HumanDuration.Of(clock.Now - time) : "<unknown>";

    private JsonNode? PodRestarts(JsonObject json)
    {
        var count = PodCells.Restarts(json);
        var last = PodCells.LastRestart(json);
        return count == 0 || last is null ? count.ToString(CultureInfo.InvariantCulture) : $"{count} ({Age(last)} ago)";
    }

    private static long Count(JsonObject json, string counter) => json.Obj("status").Int(counter) ?? 0;

    private static string Containers(JsonObject json, string field) => string.Join(
        ",", (json.Obj("spec").Obj("template").Obj("spec").Arr("containers") ?? []).Select(container => container.Str(field)));

    private static JsonNode Selector(JsonObject json) =>
        string.Join(",", (json.Obj("spec").Obj("selector").Obj("matchLabels") ?? []).Select(pair => $"{pair.Key}={pair.Value.AsText()}"));

    private static JsonNode NodeStatus(JsonObject json) => json.Obj("spec").Bool("unschedulable") == true ? "Ready,SchedulingDisabled" : "Ready";
}
