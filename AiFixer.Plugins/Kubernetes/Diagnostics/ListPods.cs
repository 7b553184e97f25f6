using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class ListPods(KubeClients clients) : IDiagnosticPlugin
{
    private const int MostPods = 1000;

    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.list_pods",
        Description = "Lists the pods of a namespace with their status, restarts and how their containers ended last.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "pod",
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace"], ("namespace", KubeSchema.Name), ("label_selector", KubeSchema.Selector)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var listed = await clients[arguments.Connection].ListPodsAsync(
            KubePaths.Pods(arguments.Namespace), KubePaths.LabelSelector(arguments.LabelSelector),
            MostPods, cancellationToken);
        if (listed.Failed(out var error, out var pods))
            return error.ToResult();
        var data = new PodsData([.. pods.Items.Select(PodData.Of)]);
        return PluginResult.Ok(
            JsonSerializer.Serialize(data, KubeData.Readable.PodsData),
            $"{data.Pods.Count} pods in {arguments.Namespace}{(pods.More ? " (there are more)" : "")}, {data.Pods.Count(p => !p.Ready)} not ready");
    }
}
