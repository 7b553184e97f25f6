namespace AiFixer.Plugins.Kubernetes;

internal sealed class CordonNode(KubeClients clients) : IRemediationPlugin
{
    public const string Name = "k8s.cordon_node";
    private readonly NodeSwitch node = new(clients, cordon: true);

    public PluginManifest Manifest { get; } = new()
    {
        Name = Name,
        Description = "Keeps new pods from a node. The pods that are there stay.",
        Category = PluginCategory.Remediation,
        Verb = "cordon",
        Risk = PluginRisk.Medium,
        Idempotent = true,
        ResourceKind = NodeSwitch.Kind,
        ParametersSchema = NodeSwitch.Schema(clients),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken) => node.PreviewAsync(call, cancellationToken);

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        node.ExecuteAsync(call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        node.ObserveAsync(plan, cancellationToken);
}
