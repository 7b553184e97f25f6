using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class GetPodLogs(KubeClients clients) : IDiagnosticPlugin
{
    private const int MostBytes = 4 * 1024 * 1024;

    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.get_pod_logs",
        Description = "Reads the last lines a pod's container wrote, or what it wrote before it was restarted.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "pod",
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace", "pod"], ("namespace", KubeSchema.Name), ("pod", KubeSchema.Name), ("container", KubeSchema.Name),
            ("tail_lines", """{"type":"integer","minimum":1,"maximum":2000,"default":200}"""),
            ("since_seconds", """{"type":"integer","minimum":1,"maximum":604800}"""),
            ("previous", """{"type":"boolean","default":false}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        var named = await ContainerAsync(client, arguments, cancellationToken);
        if (named.Failed(out var error, out var container))
            return error.ToResult();
        var path = $"{KubePaths.Pod(arguments.Namespace, arguments.Pod)}/log?container={KubePaths.Escape(container)}"
            + $"&tailLines={arguments.TailLines}&limitBytes={MostBytes}"
            + $"{(arguments.SinceSeconds is { } since ? $"&sinceSeconds={since}" : "")}{(arguments.Previous ? "&previous=true" : "")}";
        if ((await client.TextAsync(path, cancellationToken)).Failed(out error, out var text))
            return error.ToResult();
        var (lines, cut) = LogTail.Of(text, arguments.TailLines);
        return PluginResult.Ok(
            JsonSerializer.Serialize(new LogsData(arguments.Pod, container, arguments.Previous, lines), KubeData.Readable.LogsData),
            $"the last {lines.Count} lines of {arguments.Pod}/{container}{(cut ? " (older ones were cut off)" : "")}");
    }

    /// <summary>The API does not choose a container; kubectl does, by annotation, else the first.</summary>
    private static async Task<KubeResult<string>> ContainerAsync(KubeClient client, KubeArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Container is { } given)
            return new(given);
        var read = await client.GetAsync(KubePaths.Pod(arguments.Namespace, arguments.Pod), KubeJson.Default.Pod, cancellationToken);
        if (read.Failed(out var error, out var pod))
            return new(error);
        return new(pod.Metadata.Annotation(WellKnown.DefaultContainer) ?? pod.Spec?.Containers?.FirstOrDefault()?.Name ?? "");
    }
}
