using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class RolloutHistory(KubeClients clients) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.rollout_history",
        Description = "Shows a deployment's rollout: its state, its conditions and its revisions with their images.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "deployment",
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace", "deployment"], ("namespace", KubeSchema.Name), ("deployment", KubeSchema.Name)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var read = await RolloutReader.ReadAsync(
            clients[arguments.Connection], arguments.Namespace, arguments.Deployment, cancellationToken);
        if (read.Failed(out var error, out var rollout))
            return error.ToResult();
        var data = HistoryData.Of(rollout);
        return PluginResult.Ok(
            JsonSerializer.Serialize(data, KubeData.Readable.HistoryData),
            $"{arguments.Deployment} is at revision {data.CurrentRevision} of {data.Revisions.Count}, {data.Ready} of {data.Desired} pods ready");
    }
}
