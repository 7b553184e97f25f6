using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Refuses a pod that is larger than every node: it would wait for ever.</summary>
internal static class NodeRoom
{
    private const int MostNodes = 2000;

    /// <summary>Nodes that cannot be listed are no reason to refuse; the scheduler has the last word anyway.</summary>
    public static async Task<string?> RefusalAsync(KubeClient client, JsonObject template, CancellationToken cancellationToken)
    {
        var (cpu, memory) = PodRequests.Of(template["spec"].Deserialize(KubeJson.Default.PodSpec));
        var read = await client.ListAsync(KubePaths.Nodes, "", KubeJson.Default.KubeListNode, MostNodes, cancellationToken);
        if (read.Value is not { More: false, Items: { Count: > 0 } nodes } || nodes.Any(node => Holds(node, cpu, memory)))
            return null;
        return $"no node has room for a pod that asks for {cpu * 1000:0}m CPU and {Quantity.Memory(memory)}: it would wait for ever";
    }

    private static bool Holds(Node node, decimal cpu, decimal memory) =>
        cpu <= (Room(node, "cpu") ?? decimal.MaxValue) && memory <= (Room(node, "memory") ?? decimal.MaxValue);

    private static decimal? Room(Node node, string what) => Quantity.Of(node.Status?.Allocatable?.GetValueOrDefault(what));
}
