using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Selectors;
using AiFixer.Playground.Store;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Api;

/// <summary>metrics.k8s.io: what pods and nodes use now. Nothing of it is stored.</summary>
internal sealed class MetricsEndpoint(ControlPlane world)
{
    public const string Group = "metrics.k8s.io";
    public const string Version = "v1beta1";

    public static readonly IReadOnlyList<ResourceType> Types =
    [
        new(Group, Version, "nodes", "", "NodeMetrics", false),
        new(Group, Version, "pods", "", "PodMetrics", true),
    ];

    /// <summary>A container is measured twice before there is a number.</summary>
    private static readonly TimeSpan FirstMeasure = TimeSpan.FromSeconds(15);

    /// <summary>Null when the path is not of this group.</summary>
    public Answer? Find(ApiCall call)
    {
        var parts = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        if (parts is not ["apis", Group, Version, .. var rest] || rest.Length == 0)
            return null;
        if (call.Method != "GET")
            return StatusError.MethodNotAllowed();
        return rest switch
        {
            ["nodes"] => List("NodeMetricsList", call, Nodes().Select(Of)),
            ["nodes", var name] => One(Types[0], name, Nodes().Where(node => node.Node.Name == name).Select(Of)),
            ["pods"] => List("PodMetricsList", call, Pods(null).Select(Of)),
            ["namespaces", var ns, "pods"] => List("PodMetricsList", call, Pods(ns).Select(Of)),
            ["namespaces", var ns, "pods", var name] => One(Types[1], name, Pods(ns).Where(pod => pod.Pod.Name == name).Select(Of)),
            _ => StatusError.NoResource(),
        };
    }

    private IEnumerable<PodUsage> Pods(string? ns) =>
        world.Usage.Pods().Where(pod => (ns is null || pod.Pod.Namespace == ns) && world.Clock.Now - pod.StartedAt >= FirstMeasure);

    private IEnumerable<NodeUsage> Nodes() => world.Usage.Nodes();

    private static Answer List(string kind, ApiCall call, IEnumerable<JsonObject> items)
    {
        if (LabelSelector.Parse(call.Query("labelSelector")).Failed(out var error, out var labels))
            return error;
        return Answer.Json(new JsonObject
        {
            ["kind"] = kind,
            ["apiVersion"] = $"{Group}/{Version}",
            ["metadata"] = new JsonObject(),
            ["items"] = new JsonArray([.. items.Where(item => labels.Matches(item.Obj("metadata").Obj("labels"))).Select(item => (JsonNode)item)]),
        });
    }

    private static Answer One(ResourceType type, string name, IEnumerable<JsonObject> found) => found.FirstOrDefault() is { } item
        ? Answer.Json(Kinds.Named(type, item))
        : new StatusError(404, "NotFound", $"{type.Kind.ToLowerInvariant()}.{Group} \"{name}\" not found", new() { ["name"] = name, ["group"] = Group, ["kind"] = type.Plural });

    private JsonObject Of(PodUsage pod) => new()
    {
        ["metadata"] = Metadata(pod.Pod),
        ["timestamp"] = KubeTime.Seconds(world.Clock.Now),
        ["window"] = "15.02s",
        ["containers"] = new JsonArray([.. (pod.Pod.Spec.Arr("containers") ?? []).Select(container => (JsonNode)Container(pod, container.Str("name") ?? ""))]),
    };

    private static JsonObject Container(PodUsage pod, string name) => new()
    {
        ["name"] = name,
        ["usage"] = name == pod.Container ? Usage(pod.CpuCores, pod.MemoryBytes) : Usage(0.001, 8 << 20),
    };

    private JsonObject Of(NodeUsage node) => new()
    {
        ["metadata"] = Metadata(node.Node),
        ["timestamp"] = KubeTime.Seconds(world.Clock.Now),
        ["window"] = "20.05s",
        ["usage"] = Usage(node.CpuCores, node.MemoryBytes),
    };

    private static JsonObject Usage(double cpu, double memory) => new() { ["cpu"] = Quantity.Nanos(cpu), ["memory"] = Quantity.Kibi(memory) };

    private JsonObject Metadata(StoredObject measured)
    {
        var metadata = new JsonObject { ["name"] = measured.Name };
        if (measured.Namespace.Length > 0)
            metadata["namespace"] = measured.Namespace;
        metadata["creationTimestamp"] = KubeTime.Seconds(world.Clock.Now);
        metadata["labels"] = measured.Labels?.DeepClone() ?? new JsonObject();
        return metadata;
    }
}
