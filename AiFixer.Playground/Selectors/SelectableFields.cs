using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Selectors;

/// <summary>The fields a list may be narrowed by, type by type.</summary>
internal static class SelectableFields
{
    private static readonly Dictionary<ResourceType, string[]> Extra = new()
    {
        [Resources.Pods] =
        [
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork",
            "status.phase", "status.podIP", "status.nominatedNodeName",
        ],
        [Resources.Nodes] = ["spec.unschedulable"],
        [Resources.Namespaces] = ["status.phase"],
        [Resources.ReplicaSets] = ["status.replicas"],
        [Resources.Events] =
        [
            "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion",
            "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
        ],
    };

    public static bool Knows(ResourceType type, string field) =>
        field is "metadata.name" or "metadata.namespace" || (Extra.TryGetValue(type, out var fields) && fields.Contains(field));

    public static string Read(StoredObject target, string field) => field switch
    {
        "metadata.name" => target.Name,
        "metadata.namespace" => target.Namespace,
        "source" => target.Json.Obj("source").Str("component") ?? target.Json.Str("reportingComponent") ?? "",
        "spec.unschedulable" or "spec.hostNetwork" => Text(Walk(target.Json, field)) is { Length: > 0 } set ? set : "false",
        _ => Text(Walk(target.Json, field)),
    };

    private static JsonNode? Walk(JsonObject json, string field) =>
        field.Split('.').Aggregate((JsonNode?)json, (node, key) => (node as JsonObject)?[key]);

    private static string Text(JsonNode? node) => node.AsText() ?? node?.ToJsonString() ?? "";
}
