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
                name, new("Ready", json => $"{Cells.Count(json, "readyReplicas")}/{json.Obj("spec").Int("replicas") ?? 0}"),
                new("Up-to-date", json => Cells.Count(json, "updatedReplicas")), new("Available", json => Cells.Count(json, "availableReplicas")), age, .. Cells.Template, Cells.Selector,
            ],
            [Resources.ReplicaSets] =
            [
                name, new("Desired", json => json.Obj("spec").Int("replicas") ?? 0), new("Current", json => Cells.Count(json, "replicas")),
                new("Ready", json => Cells.Count(json, "readyReplicas")), age, .. Cells.Template, Cells.Selector,
            ],
            [Resources.StatefulSets] = [name, new("Ready", json => $"{Cells.Count(json, "readyReplicas")}/{json.Obj("spec").Int("replicas") ?? 0}"), age, .. Cells.Template],
            [Resources.DaemonSets] =
            [
                name, new("Desired", json => Cells.Count(json, "desiredNumberScheduled")), new("Current", json => Cells.Count(json, "currentNumberScheduled")),
                new("Ready", json => Cells.Count(json, "numberReady")), new("Up-to-date", json => Cells.Count(json, "updatedNumberScheduled")),
                new("Available", json => Cells.Count(json, "numberAvailable")), new("Node Selector", Cells.NodeSelector), age, .. Cells.Template, Cells.Selector,
            ],
            [Resources.ControllerRevisions] =
                [name, new("Controller", Cells.Controller), new("Revision", json => json.Int("revision") ?? 0), age],
            [Resources.Nodes] = [name, new("Status", NodeCells.Status), new("Roles", NodeCells.Roles), age, .. NodeCells.Rest],
            [Resources.Namespaces] = [name, new("Status", json => json.Obj("status").Str("phase")), age],
            [Resources.Services] =
            [
                name, new("Type", json => json.Obj("spec").Str("type")), new("Cluster-IP", json => json.Obj("spec").Str("clusterIP") ?? "<none>"),
                new("External-IP", _ => "<none>"), new("Port(s)", ServiceCells.Ports), age, new("Selector", ServiceCells.Selector, 1),
            ],
            [Resources.Endpoints] = [name, new("Endpoints", ServiceCells.Endpoints), age],
            [Resources.EndpointSlices] = [name, new("AddressType", json => json.Str("addressType")), new("Ports", ServiceCells.SlicePorts), new("Endpoints", ServiceCells.SliceAddresses), age],
            [Resources.ConfigMaps] = [name, new("Data", json => json.Obj("data")?.Count ?? 0), age],
            [Resources.Quotas] = [name, new("Request", json => QuotaCells.Used(json, limits: false)), new("Limit", json => QuotaCells.Used(json, limits: true)), age],
            [Resources.VolumeClaims] =
            [
                name, new("Status", json => json.Obj("status").Str("phase")), new("Volume", json => json.Obj("spec").Str("volumeName") ?? ""),
                new("Capacity", json => json.Obj("status").Obj("capacity").Str("storage") ?? ""), new("Access Modes", Cells.AccessModes),
                new("StorageClass", json => json.Obj("spec").Str("storageClassName") ?? ""), new("VolumeAttributesClass", _ => "<unset>"), age, new("VolumeMode", json => json.Obj("spec").Str("volumeMode") ?? "Filesystem", 1),
            ],
            [Resources.Autoscalers] =
            [
                name, new("Reference", AutoscalerCells.Reference), new("Targets", AutoscalerCells.Targets), new("MinPods", json => json.Obj("spec").Int("minReplicas") ?? 1),
                new("MaxPods", json => json.Obj("spec").Int("maxReplicas") ?? 0), new("Replicas", json => Cells.Count(json, "currentReplicas")), age,
            ],
            [Resources.Budgets] =
            [
                name, new("Min Available", json => Cells.Amount(json.Obj("spec")?["minAvailable"])), new("Max Unavailable", json => Cells.Amount(json.Obj("spec")?["maxUnavailable"])),
                new("Allowed Disruptions", json => Cells.Count(json, "disruptionsAllowed")), age,
            ],
            [Resources.Leases] = [name, new("Holder", json => json.Obj("spec").Str("holderIdentity") ?? ""), age],
            [Resources.Events] =
            [
                new("Last Seen", json => Age(json.Obj("series").Str("lastObservedTime") ?? json.Str("lastTimestamp") ?? json.Str("eventTime"))), new("Type", json => json.Str("type")), new("Reason", json => json.Str("reason")),
                new("Object", json => $"{json.Obj("involvedObject").Str("kind")?.ToLowerInvariant()}/{json.Obj("involvedObject").Str("name")}"),
                new("Message", json => json.Str("message")),
                new("Count", json => json.Obj("series").Int("count") ?? json.Int("count") ?? 1, 1), new("Name", json => json.Obj("metadata").Str("name"), 1),
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
}
