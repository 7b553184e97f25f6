using System.Text.Json.Nodes;
using AiFixer.Playground.Store;
using AiFixer.Playground.Validation;

namespace AiFixer.Playground.Seeding;

/// <summary>The deployments the world makes by itself.</summary>
internal static class DeploymentTemplate
{
    public static string Image(string ns, string name, int minor) => $"registry.local/{ns}/{name}:1.{minor}.0";

    public static JsonObject Make(string ns, string name, int replicas)
    {
        var json = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["namespace"] = ns,
                ["labels"] = new JsonObject { ["app"] = name },
                ["annotations"] = new JsonObject { ["kubernetes.io/change-cause"] = "release 1.0.0" },
            },
            ["spec"] = new JsonObject
            {
                ["replicas"] = replicas,
                ["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["app"] = name } },
                ["template"] = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["app"] = name } },
                    ["spec"] = new JsonObject { ["containers"] = new JsonArray(Container(ns, name)) },
                },
            },
        };
        Defaults.Apply(Resources.Deployments, json);
        return json;
    }

    private static JsonObject Container(string ns, string name) => new()
    {
        ["name"] = "app",
        ["image"] = Image(ns, name, 0),
        ["ports"] = new JsonArray(new JsonObject { ["containerPort"] = 8080 }),
        ["resources"] = new JsonObject
        {
            ["requests"] = new JsonObject { ["cpu"] = "100m", ["memory"] = "128Mi" },
            ["limits"] = new JsonObject { ["memory"] = "256Mi" },
        },
        ["readinessProbe"] = new JsonObject { ["httpGet"] = new JsonObject { ["path"] = "/ready", ["port"] = 8080 }, ["periodSeconds"] = 2 },
    };
}
