using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>The two forms in which the pods behind a service are listed.</summary>
internal static class EndpointLists
{
    public static JsonObject Endpoints(StoredObject service, IReadOnlyList<PodRun> pods)
    {
        var subset = new JsonObject();
        if (pods.Any(run => run.IsReady))
            subset["addresses"] = new JsonArray([.. pods.Where(run => run.IsReady).Select(Address)]);
        if (pods.Any(run => !run.IsReady))
            subset["notReadyAddresses"] = new JsonArray([.. pods.Where(run => !run.IsReady).Select(Address)]);
        subset["ports"] = Ports(service, pods);
        return new() { ["subsets"] = pods.Count == 0 ? new JsonArray() : new JsonArray(subset) };
    }

    public static JsonObject Slice(StoredObject service, IReadOnlyList<PodRun> pods) => new()
    {
        ["addressType"] = "IPv4",
        ["endpoints"] = new JsonArray([.. pods.Select(run => (JsonNode)new JsonObject
        {
            ["addresses"] = new JsonArray(run.Address),
            ["conditions"] = new JsonObject { ["ready"] = run.IsReady, ["serving"] = run.IsReady, ["terminating"] = false },
            ["nodeName"] = run.Node,
            ["targetRef"] = Reference(run),
        })]),
        ["ports"] = Ports(service, pods),
    };

    private static JsonNode Address(PodRun run) => new JsonObject { ["ip"] = run.Address, ["nodeName"] = run.Node, ["targetRef"] = Reference(run) };

    private static JsonObject Reference(PodRun run) =>
        new() { ["kind"] = "Pod", ["namespace"] = run.Pod.Namespace, ["name"] = run.Pod.Name, ["uid"] = run.Pod.Uid };

    private static JsonArray Ports(StoredObject service, IReadOnlyList<PodRun> pods)
    {
        var ports = new JsonArray();
        foreach (var port in service.Spec.Arr("ports") ?? [])
        {
            var json = new JsonObject();
            if (port.Str("name") is { } name)
                json["name"] = name;
            json["port"] = port.Int("targetPort") ?? Named(port.Str("targetPort"), pods) ?? port.Int("port");
            json["protocol"] = port.Str("protocol") ?? "TCP";
            ports.Add((JsonNode)json);
        }

        return ports;
    }

    private static long? Named(string? name, IReadOnlyList<PodRun> pods) => name is null || pods.Count == 0
        ? null
        : (pods[0].MainContainer.Arr("ports") ?? []).FirstOrDefault(port => port.Str("name") == name).Int("containerPort");
}
