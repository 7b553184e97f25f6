namespace AiFixer.Plugins.Kubernetes;

internal sealed class PatchProbe(KubeClients clients) : IRemediationPlugin
{
    private const string Seconds = """{"type":"integer","minimum":1,"maximum":3600}""";
    private const string Count = """{"type":"integer","minimum":1,"maximum":100}""";

    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.patch_probe",
        Description = "Corrects a probe of a deployment's container: where it asks, how often, how patiently. What is not named stays as it is.",
        Category = PluginCategory.Remediation,
        Verb = "patch",
        Risk = PluginRisk.Medium,
        Guarded = true,
        ResourceKind = DeploymentTarget.Kind,
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace", "deployment", "container", "probe"],
            ("namespace", KubeSchema.Name), ("deployment", KubeSchema.Name), ("container", KubeSchema.Name),
            ("probe", """{"type":"string","enum":["readiness","liveness","startup"]}"""),
            ("path", """{"type":"string","maxLength":500,"pattern":"^/[!-~]*$"}"""),
            ("port", """{"type":["integer","string"],"minimum":1,"maximum":65535,"maxLength":15,"pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}"""),
            ("scheme", """{"type":"string","enum":["HTTP","HTTPS"]}"""),
            ("initial_delay_seconds", """{"type":"integer","minimum":0,"maximum":3600}"""),
            ("period_seconds", Seconds), ("timeout_seconds", Seconds), ("failure_threshold", Count), ("success_threshold", Count)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        var read = await RolloutReader.ReadAsync(client, arguments.Namespace, arguments.Deployment, cancellationToken);
        if (read.Failed(out var error, out var rollout))
            return error.ToPreview();
        if (rollout.Deployment.Spec.Paused)
            return PreviewResult.Impossible($"{arguments.Deployment} is paused: resume its rollout first");
        if (ContainerChange.Of(rollout.Deployment, arguments.Container!) is not { } change)
            return PreviewResult.Impossible(ContainerChange.Missing(rollout.Deployment, arguments.Container!));
        return ProbeWish.Put(arguments, change.Container) is { } refusal
            ? PreviewResult.Impossible(refusal)
            : await TemplatePlan.OfAsync(client, arguments, rollout, change.Template, "", cancellationToken);
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        WriteSender.SendAsync(clients, call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        DeploymentObserver.ObserveAsync(clients, plan.Target, now => TemplatePatch.Applied(now, plan), cancellationToken);
}
