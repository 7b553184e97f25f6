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

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        if (reader.Read(call).Failed(out var problem, out var found))
            return PreviewResult.Impossible(problem);
        var preview = await found.Plugin.PreviewAsync(found.Call, cancellationToken);
        return preview with { Traits = preview.Traits ?? Traits(found.Plugin.Manifest, found.Meaning) };
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        reader.Read(call).Failed(out var problem, out var found)
            ? Task.FromResult(new ExecuteResult(ExecuteOutcome.NotDone, problem))
            : found.Plugin.ExecuteAsync(found.Call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        reader.Read(call, alsoDisabled: true).Failed(out var problem, out var found)
            ? Task.FromResult(new Observation(ExecuteOutcome.Unknown, TargetHealth.Unknown, problem))
            : found.Plugin.ObserveAsync(found.Call, plan, cancellationToken);

    /// <summary>Fences speak of what is done, not of how it was said.</summary>
    private static PlanTraits Traits(PluginManifest plugin, KubectlMeaning meaning) =>
        new(meaning.Verb ?? plugin.Verb, plugin.Risk, plugin.Idempotent, plugin.Guarded);
}
