using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class TopPods(KubeClients clients) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.top_pods",
        Description = "Shows the CPU and memory that the pods of a namespace use now, the largest first.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "pod",
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace"], ("namespace", KubeSchema.Name), ("label_selector", KubeSchema.Selector),
            ("sort_by", """{"type":"string","enum":["cpu","memory"],"default":"cpu"}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var read = await UsageReader.PodsAsync(
            clients[arguments.Connection], arguments.Namespace, arguments.LabelSelector, cancellationToken);
        if (read.Failed(out var error, out var used))
            return error.ToResult();
        var pods = used.Items.Select(PodUsageData.Of)
            .OrderByDescending(p => arguments.SortBy == "memory" ? p.MemoryBytes : p.CpuMillicores)
            .ThenBy(p => p.Name, StringComparer.Ordinal);
        var data = new TopPodsData(arguments.SortBy, [.. pods]);
        return PluginResult.Ok(
            JsonSerializer.Serialize(data, KubeData.Readable.TopPodsData),
            $"{data.Pods.Count} pods in {arguments.Namespace}{(used.More ? " (there are more)" : "")}{Largest(data)}");
    }

    private static string Largest(TopPodsData data) => data.Pods is [var first, ..]
        ? $", the largest is {first.Name} with {first.CpuMillicores}m CPU and {Quantity.Memory(first.MemoryBytes)}"
        : "";
}
