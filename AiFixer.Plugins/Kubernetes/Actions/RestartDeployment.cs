namespace AiFixer.Plugins.Kubernetes;

internal sealed class RestartDeployment(KubeClients clients) : IRemediationPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.restart_deployment",
        Description = "Restarts a deployment: replaces all its pods by new ones of the same template.",
        Category = PluginCategory.Remediation,
        Verb = "restart",
        Risk = PluginRisk.Medium,
        Idempotent = true,
        ResourceKind = DeploymentTarget.Kind,
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace", "deployment"], ("namespace", KubeSchema.Name), ("deployment", KubeSchema.Name)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        var path = KubePaths.Deployment(arguments.Namespace, arguments.Deployment);
        if ((await client.GetAsync(path, KubeJson.Default.Deployment, cancellationToken)).Failed(out var error, out var now))
            return error.ToPreview();
        var at = KubeData.Time(call.Now)!;
        if (now.Spec.Paused)
            return PreviewResult.Impossible($"{arguments.Deployment} is paused: resume its rollout first");
        if (RestartPatch.RestartedAt(now) == at)
            return PreviewResult.Impossible($"{arguments.Deployment} was restarted in this very second", retryable: true);
        var patch = WritePayload.Patch(path, WritePayload.StrategicMergePatch, RestartPatch.Body(now.Metadata.Uid, at));
        if ((await client.TryWriteAsync(patch, KubeJson.Default.Deployment, cancellationToken)).Failed(out error, out var after))
            return error.ToPreview();
        var target = DeploymentTarget.Of(arguments, now.Metadata);
        return PreviewResult.Of(new(
            target, patch.ToCall(), patch.ToPayload(),
            LineDiff.Of(target.ToString(), YamlLines.Of(now.Spec.Template), YamlLines.Of(after.Spec.Template)),
            PlanHash.Of(("uid", now.Metadata.Uid), ("restartedAt", RestartPatch.RestartedAt(now))),
            DeploymentTarget.Replacing(now))
        {
            Labels = ObjectLabels.Of(now.Metadata),
            Affected = now.Desired,
        });
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        WriteSender.SendAsync(clients, call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        DeploymentObserver.ObserveAsync(clients, plan.Target, now => RestartPatch.Applied(now, plan), cancellationToken);
}
