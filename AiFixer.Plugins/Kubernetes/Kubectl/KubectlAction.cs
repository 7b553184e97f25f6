namespace AiFixer.Plugins.Kubernetes;

internal sealed class KubectlAction(KubeClients clients, IEnumerable<IPlugin> plugins, Func<string, string?> disabled) : IRemediationPlugin
{
    private readonly KubectlCall<IRemediationPlugin> reader = new(ActionVerbs.Grammar, plugins, disabled);

    public PluginManifest Manifest { get; } = new()
    {
        Name = "llm.kubectl_action",
        Description = "Does what a kubectl command says: scale, rollout restart|undo, delete pod, cordon, uncordon, set resources. "
            + "The command is parsed, never run, and comes to one of the other plugins with all its checks.",
        Category = PluginCategory.Remediation,
        Verb = "kubectl",
        Risk = PluginRisk.High,
        ParametersSchema = KubeSchema.Object(clients, ["command"], ("command", KubeSchema.Command)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken) => reader.Read(call).Failed(out var problem, out var found)
        ? Task.FromResult(PreviewResult.Impossible(problem))
        : found.Plugin.PreviewAsync(found.Call, cancellationToken);

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        reader.Read(call).Failed(out var problem, out var found)
            ? Task.FromResult(new ExecuteResult(ExecuteOutcome.NotDone, problem))
            : found.Plugin.ExecuteAsync(found.Call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        reader.Read(call, alsoDisabled: true).Failed(out var problem, out var found)
            ? Task.FromResult(new Observation(ExecuteOutcome.Unknown, TargetHealth.Unknown, problem))
            : found.Plugin.ObserveAsync(found.Call, plan, cancellationToken);
}
