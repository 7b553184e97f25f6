using System.Text.Json.Nodes;

namespace AiFixer.Playground.Seeding;

/// <summary>The service in front of a deployment that the world makes by itself.</summary>
internal static class ServiceTemplate
{
    public static JsonObject Make(string ns, string name, string address) => new()
    {
        ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = ns, ["labels"] = new JsonObject { ["app"] = name } },
        ["spec"] = new JsonObject
        {
            ["clusterIP"] = address,
            ["clusterIPs"] = new JsonArray(address),
            ["internalTrafficPolicy"] = "Cluster",
            ["ipFamilies"] = new JsonArray("IPv4"),
            ["ipFamilyPolicy"] = "SingleStack",
            ["ports"] = new JsonArray(new JsonObject { ["name"] = "http", ["port"] = 80, ["protocol"] = "TCP", ["targetPort"] = 8080 }),
            ["selector"] = new JsonObject { ["app"] = name },
            ["sessionAffinity"] = "None",
            ["type"] = "ClusterIP",
        },
        ["status"] = new JsonObject { ["loadBalancer"] = new JsonObject() },
    };
}
