using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class DescribePod(KubeClients clients) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.describe_pod",
        Description = "Shows everything about one pod: status, containers, conditions, probes, resources, volumes and its events.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "pod",
        ParametersSchema = KubeSchema.Object(clients, ["namespace", "pod"], ("namespace", KubeSchema.Name), ("pod", KubeSchema.Name)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        var path = KubePaths.Pod(arguments.Namespace, arguments.Pod);
        if ((await client.GetAsync(path, KubeJson.Default.JsonObject, cancellationToken)).Failed(out var error, out var found))
            return error.ToResult();
        var item = JsonSerializer.SerializeToElement(found, KubeJson.Default.JsonObject);
        var pod = item.Deserialize(KubeJson.Default.Pod)!;
        if ((await EventsOf.PodAsync(client, pod.Metadata, cancellationToken)).Failed(out error, out var events))
            return error.ToResult();
        var data = new PodDescription(PodData.Of(pod), ObjectTrimmer.Trim(item), events);
        return PluginResult.Ok(
            JsonSerializer.Serialize(data, KubeData.Readable.PodDescription),
            $"{arguments.Pod} is {data.Pod.Status}{(data.Pod.Ready ? "" : ", not ready")}, {data.Pod.Restarts} restarts, "
            + $"{events.Count(e => e.Type == "Warning")} warnings");
    }
}
