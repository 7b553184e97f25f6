namespace AiFixer.Plugins.Kubernetes;

internal sealed class UncordonNode(KubeClients clients) : IRemediationPlugin
{
    public const string Name = "k8s.uncordon_node";
    private readonly NodeSwitch node = new(clients, cordon: false);

    public PluginManifest Manifest { get; } = new()
    {
        Name = Name,
        Description = "Lets new pods onto a node again.",
        Category = PluginCategory.Remediation,
        Verb = "uncordon",
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
