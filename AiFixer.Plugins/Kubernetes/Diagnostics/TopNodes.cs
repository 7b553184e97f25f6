using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class TopNodes(KubeClients clients) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.top_nodes",
        Description = "Shows the CPU and memory that the nodes use now, the largest first.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "node",
        ParametersSchema = KubeSchema.Object(clients, []),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var read = await UsageReader.NodesAsync(clients[KubeArguments.Of(call).Connection], cancellationToken);
        if (read.Failed(out var error, out var used))
            return error.ToResult();
        var data = new TopNodesData([.. used.Items.Select(NodeUsageData.Of).OrderByDescending(n => n.CpuMillicores).ThenBy(n => n.Name, StringComparer.Ordinal)]);
        return PluginResult.Ok(JsonSerializer.Serialize(data, KubeData.Readable.TopNodesData), $"{data.Nodes.Count} nodes");
    }
}
