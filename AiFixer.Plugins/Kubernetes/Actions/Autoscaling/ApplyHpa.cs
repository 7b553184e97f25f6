namespace AiFixer.Plugins.Kubernetes;

internal sealed class ApplyHpa(KubeClients clients) : IRemediationPlugin
{
    public const string Name = "k8s.apply_hpa";
    private const string Replicas = """{"type":"integer","minimum":1,"maximum":100}""";
    private const string Percent = """{"type":"integer","minimum":10,"maximum":200}""";

    public PluginManifest Manifest { get; } = new()
    {
        Name = Name,
        Description = "Has a deployment scaled by its load, between two numbers of pods: makes its autoscaler or changes the one it has.",
        Category = PluginCategory.Remediation,
        Verb = "scale",
        Risk = PluginRisk.Medium,
        Guarded = true,
        ResourceKind = DeploymentTarget.Kind,
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace", "deployment", "min_replicas", "max_replicas"],
            ("namespace", KubeSchema.Name), ("deployment", KubeSchema.Name), ("min_replicas", Replicas), ("max_replicas", Replicas),
            ("cpu_percent", Percent), ("memory_percent", Percent)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        var path = KubePaths.Deployment(arguments.Namespace, arguments.Deployment);
        if ((await client.GetAsync(path, KubeJson.Default.Deployment, cancellationToken)).Failed(out var error, out var deployment))
            return error.ToPreview();
        if ((await HpaReader.ReadAsync(client, arguments.Namespace, cancellationToken)).Failed(out error, out var all))
            return error.ToPreview();
        var found = HpaChoice.Of(arguments, all);
        if (found.Impossible is { } impossible)
            return PreviewResult.Impossible(impossible);
        if (HpaRule.Refusal(arguments, deployment, found.Now) is { } refusal)
            return PreviewResult.Impossible(refusal);
        return await HpaPlan.OfAsync(client, arguments, deployment, found.Now, cancellationToken);
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var ns = plan.Target.Namespace;
        var name = HpaPayload.NameOf(plan);
        return WriteSender.SendAsync(
            clients, call, plan, [KubePaths.Autoscalers(ns), KubePaths.Autoscaler(ns, name)], cancellationToken);
    }

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        HpaObserver.ObserveAsync(clients, plan, cancellationToken);
}
