using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Nodes;

namespace AiFixer.Playground.Seeding;

/// <summary>The nodes the world makes by itself: roomy, so that many deployments fit.</summary>
internal static class NodeTemplate
{
    public static JsonObject Make(int number, DateTimeOffset now)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"node-{number}");
        return new()
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["labels"] = new JsonObject
                {
                    ["beta.kubernetes.io/arch"] = "amd64",
                    ["kubernetes.io/arch"] = "amd64",
                    ["kubernetes.io/hostname"] = name,
                    ["kubernetes.io/os"] = "linux",
                },
            },
            ["spec"] = new JsonObject { ["podCIDR"] = $"10.244.{number}.0/24" },
            ["status"] = Status(name, number, now),
        };
    }

    private static JsonObject Status(string name, int number, DateTimeOffset now) => new()
    {
        ["capacity"] = Amounts("64", "256Gi", "200Gi"),
        ["allocatable"] = Amounts("63500m", "250Gi", "180Gi"),
        ["conditions"] = NodeConditions.Healthy(now),
        ["addresses"] = new JsonArray(
            new JsonObject { ["type"] = "InternalIP", ["address"] = $"10.0.0.{number + 10}" }, new JsonObject { ["type"] = "Hostname", ["address"] = name }),
        ["daemonEndpoints"] = new JsonObject { ["kubeletEndpoint"] = new JsonObject { ["Port"] = 10250 } },
        ["nodeInfo"] = new JsonObject
        {
            ["machineID"] = name,
            ["systemUUID"] = name,
            ["bootID"] = name,
            ["kernelVersion"] = "6.1.0-practice",
            ["osImage"] = "Debian GNU/Linux 12 (bookworm)",
            ["containerRuntimeVersion"] = "containerd://1.7.20",
            ["kubeletVersion"] = "v1.32.0+practice",
            ["kubeProxyVersion"] = "v1.32.0+practice",
            ["operatingSystem"] = "linux",
            ["architecture"] = "amd64",
        },
    };

    private static JsonObject Amounts(string cpu, string memory, string disk) =>
        new() { ["cpu"] = cpu, ["ephemeral-storage"] = disk, ["memory"] = memory, ["pods"] = "500" };
}
