using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AiFixer.Core.Analysis.Reading;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Reads what <c>k8s.get</c> and <c>k8s.get_events</c> answer. What is not there is not a fact.</summary>
public static class ClusterReader
{
    public static ImmutableList<PodView> Pods(JsonElement answer) => [.. answer.Items("items").Select(Pod)];

    public static ImmutableList<NodeView> Nodes(JsonElement answer) =>
    [
        .. answer.Items("items").Select(item =>
        {
            var conditions = Conditions(item.At("status"));
            var (has, offers) = (Devices(item, "capacity"), Devices(item, "allocatable"));
            return new NodeView(Name(item), conditions.Find(c => c.Type == "Ready")?.IsTrue, item.At("spec")?.Flag("unschedulable") == true, conditions)
            {
                Lacking = [.. has.Where(d => offers.TryGetValue(d.Key, out var offered) && offered < d.Value).Select(d => d.Key).Order(StringComparer.Ordinal)],
                Devices = [.. has.Where(d => d.Value > 0 && offers.TryGetValue(d.Key, out var offered) && offered >= d.Value).Select(d => d.Key).Order(StringComparer.Ordinal)],
            };
        }),
    ];

    public static ImmutableList<ServiceView> Services(JsonElement answer) =>
    [
        .. answer.Items("items").Where(i => i.At("spec")?.Text("type") != "ExternalName").Select(item => new ServiceView(
            Name(item), item.At("spec").At("selector").Texts(), [.. (item.At("spec")?.Items("ports") ?? []).Select(p => p.Text("targetPort")).OfType<string>().Where(p => p.Any(char.IsLetter))])
        { Ports = item.At("spec")?.Items("ports").Count() ?? 0 }),
    ];

    public static WorkloadView? Workload(JsonElement answer, string kind) => answer.Items("items").Select(item =>
    {
        var (spec, status) = (item.At("spec"), item.At("status"));
        return new WorkloadView(
            kind, Name(item), spec?.At("replicas") is null ? 1 : spec.Value.Count("replicas"), status?.Count("readyReplicas") ?? 0, status?.Count("updatedReplicas") ?? 0,
            status?.Count("availableReplicas") ?? status?.Count("readyReplicas") ?? 0, Conditions(status));
    }).FirstOrDefault();

    /// <summary>What its selector asks of pods, as <c>a=b,c=d</c>; null when it is not that simple.</summary>
    public static string? Selector(JsonElement answer)
    {
        var labels = answer.Items("items").Select(i => i.At("spec").At("selector").At("matchLabels").Texts()).FirstOrDefault();
        return labels is { Count: > 0 } ? string.Join(',', labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}")) : null;
    }

    public static ImmutableList<EventView> Events(JsonElement answer) =>
    [
        .. answer.Items("events").Where(e => e.Text("type") == "Warning" || e.Text("reason") is "Killing" or "Preempted" or "NodeNotReady")
            .Select(e => new EventView(e.Text("kind") ?? "", e.Text("name") ?? "", e.Text("reason") ?? "", e.Text("message") ?? "", e.Count("count"), e.Moment("lastSeen"))),
    ];

    private static PodView Pod(JsonElement item)
    {
        var (meta, spec, status) = (item.At("metadata"), item.At("spec"), item.At("status"));
        var limits = (spec?.Items("containers") ?? []).ToLookup(c => c.Text("name") ?? "", c => c.At("resources").At("limits").Texts());
        var conditions = Conditions(status);
        return new(
            Name(item), meta.At("labels").Texts().GetValueOrDefault("pod-template-hash", ""), status?.Text("phase") ?? "", conditions.Exists(c => c is { Type: "Ready", IsTrue: true }),
            meta?.Text("deletionTimestamp") is not null, spec?.Text("nodeName"), meta?.Moment("creationTimestamp"), status?.Text("reason"), status?.Text("message"),
            [.. (status?.Items("initContainerStatuses") ?? []).Concat(status?.Items("containerStatuses") ?? []).Select(c => Container(c, limits[c.Text("name") ?? ""].FirstOrDefault()))],
            conditions.FindAll(c => c.IsTrue != true))
        {
            Labels = meta.At("labels").Texts(),
            PortNames = [.. (spec?.Items("containers") ?? []).Concat(spec?.Items("initContainers") ?? []).SelectMany(c => c.Items("ports")).Select(p => p.Text("name")).OfType<string>().Distinct()],
        };
    }

    /// <summary>What a node has besides processors, memory and room: named after who makes it, as in <c>nvidia.com/gpu</c>.</summary>
    private static Dictionary<string, double> Devices(JsonElement node, string which) =>
        node.At("status").At(which).Texts().Where(r => r.Key.Contains('/', StringComparison.Ordinal) && double.TryParse(r.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
            .ToDictionary(r => r.Key, r => double.Parse(r.Value, NumberStyles.Number, CultureInfo.InvariantCulture));

    private static ContainerView Container(JsonElement status, ImmutableDictionary<string, string>? limits)
    {
        var waiting = status.At("state").At("waiting");
        var ended = status.At("state").At("terminated") ?? status.At("lastState").At("terminated");
        return new(
            status.Text("name") ?? "", status.Text("image") ?? "", status.Flag("ready"), status.Count("restartCount"), waiting?.Text("reason"), waiting?.Text("message"),
            ended?.Text("reason"), ended?.Text("message"), ended is null ? null : ended.Value.Count("exitCode"), limits?.GetValueOrDefault("memory"), limits?.GetValueOrDefault("cpu"), ended?.Moment("finishedAt"));
    }

    private static ImmutableList<ConditionView> Conditions(JsonElement? status) =>
    [
        .. (status?.Items("conditions") ?? []).Select(c => new ConditionView(
            c.Text("type") ?? "", c.Text("status") switch { "True" => true, "False" => false, _ => null }, c.Text("reason"), c.Text("message"))),
    ];

    private static string Name(JsonElement item) => item.At("metadata")?.Text("name") ?? "";
}
