using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class DescribeNode(KubeClients clients) : IDiagnosticPlugin
{
    private const int MostPods = 1000;

    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.describe_node",
        Description = "Shows everything about one node: conditions, taints, room, what its pods ask for, the pods and its events.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "node",
        ParametersSchema = KubeSchema.Object(clients, ["node"], ("node", KubeSchema.Name)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        if ((await client.GetAsync(KubePaths.Node(arguments.Node), KubeJson.Default.Node, cancellationToken)).Failed(out var error, out var node))
            return error.ToResult();
        if ((await PodsAsync(client, arguments.Node, cancellationToken)).Failed(out error, out var pods))
            return error.ToResult();
        if ((await EventsOf.NodeAsync(client, node.Metadata, cancellationToken)).Failed(out error, out var events))
            return error.ToResult();
        var data = NodeDescription.Of(node, pods, await UsageAsync(client, arguments.Node, cancellationToken), events);
        return PluginResult.Ok(
            JsonSerializer.Serialize(data, KubeData.Readable.NodeDescription),
            $"{arguments.Node} is {(data.Ready ? "ready" : "not ready")}{(data.Cordoned ? ", cordoned" : "")}, {data.Pods.Count} pods");
    }

    /// <summary>Pods that ended hold no room.</summary>
    private static Task<KubeResult<KubeItems<Pod>>> PodsAsync(KubeClient client, string node, CancellationToken cancellationToken) => client.ListPodsAsync(
        KubePaths.AllPods, KubePaths.FieldSelector($"spec.nodeName={node},status.phase!=Failed,status.phase!=Succeeded"),
        MostPods, cancellationToken);

    /// <summary>Not every cluster measures; the rest is worth having without.</summary>
    private static async Task<NodeUsageData?> UsageAsync(KubeClient client, string node, CancellationToken cancellationToken) =>
        (await UsageReader.NodesAsync(client, cancellationToken)).Value?.Items.FirstOrDefault(u => u.Metadata.Name == node) is { } used
            ? NodeUsageData.Of(used)
            : null;
}
