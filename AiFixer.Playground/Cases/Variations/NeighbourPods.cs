using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>A pod for each of the two, ready, in a namespace of their own.</summary>
internal static class NeighbourPods
{
    private const string Namespace = "calm";

    public static CaseContents Add(CaseContents contents) => KubeTime.Parse(contents.Json("case.json").Str("now")) is not { } now
        ? contents
        : contents.WithJson("kubernetes/pods.json", list =>
        {
            foreach (var name in Neighbours.Names)
                list.Arr("items")?.Add(Pod(name, KubeTime.Seconds(now.AddDays(-3))));
        });

    private static JsonObject Pod(string name, string since) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Pod",
        ["metadata"] = new JsonObject
        {
            ["name"] = $"{name}-0",
            ["namespace"] = Namespace,
            ["labels"] = new JsonObject { ["app"] = name },
            ["creationTimestamp"] = since,
        },
        ["spec"] = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = name, ["image"] = $"{name}:1.4.2" }) },
        ["status"] = new JsonObject
        {
            ["phase"] = "Running",
            ["startTime"] = since,
            ["conditions"] = new JsonArray(new JsonObject { ["type"] = "Ready", ["status"] = "True" }),
            ["containerStatuses"] = new JsonArray(new JsonObject
            {
                ["name"] = name,
                ["image"] = $"{name}:1.4.2",
                ["ready"] = true,
                ["restartCount"] = 0,
                ["state"] = new JsonObject { ["running"] = new JsonObject { ["startedAt"] = since } },
            }),
        },
    };
}
