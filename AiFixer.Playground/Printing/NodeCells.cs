using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Printing;

internal static class NodeCells
{
    private const string RolePrefix = "node-role.kubernetes.io/";

    public static readonly Column[] Rest =
    [
        new("Version", json => Info(json, "kubeletVersion")), new("Internal-IP", json => Address(json, "InternalIP"), 1), new("External-IP", json => Address(json, "ExternalIP"), 1),
        new("OS-Image", json => Info(json, "osImage"), 1), new("Kernel-Version", json => Info(json, "kernelVersion"), 1),
        new("Container-Runtime", json => Info(json, "containerRuntimeVersion"), 1),
    ];

    public static JsonNode Status(JsonObject node)
    {
        var ready = (node.Obj("status").Arr("conditions") ?? []).FirstOrDefault(condition => condition.Str("type") == "Ready").Str("status");
        var word = ready switch { "True" => "Ready", null => "Unknown", _ => "NotReady" };
        return node.Obj("spec").Bool("unschedulable") == true ? $"{word},SchedulingDisabled" : word;
    }

    public static JsonNode Roles(JsonObject node)
    {
        var roles = (node.Obj("metadata").Obj("labels") ?? []).Where(pair => pair.Key.StartsWith(RolePrefix, StringComparison.Ordinal)).Select(pair => pair.Key[RolePrefix.Length..]).ToList();
        return roles.Count == 0 ? "<none>" : string.Join(",", roles);
    }

    private static string Info(JsonObject node, string field) => node.Obj("status").Obj("nodeInfo").Str(field) ?? "<unknown>";

    private static string Address(JsonObject node, string type) =>
        (node.Obj("status").Arr("addresses") ?? []).FirstOrDefault(address => address.Str("type") == type).Str("address") ?? "<none>";
}
