using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class RollbackDeployment(KubeClients clients) : IRemediationPlugin
{
    public const string Name = "k8s.rollback_deployment";

    public PluginManifest Manifest { get; } = new()
    {
        Name = Name,
        Description = "Rolls a deployment back to an earlier revision: the one before, unless one is named.",
        Category = PluginCategory.Remediation,
        Verb = "rollback",
        Risk = PluginRisk.High,
        Guarded = true,
        ResourceKind = DeploymentTarget.Kind,
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace", "deployment"], ("namespace", KubeSchema.Name), ("deployment", KubeSchema.Name),
            ("revision", """{"type":"integer","minimum":1,"maximum":9007199254740991}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        var read = await RolloutReader.ReadAsync(client, arguments.Namespace, arguments.Deployment, cancellationToken);
        if (read.Failed(out var error, out var rollout))
            return error.ToPreview();
        var choice = RollbackChoice.Of(rollout, arguments.Revision);
        if (choice.Revision is not { } revision)
            return PreviewResult.Impossible(choice.Impossible!);
        var patch = RollbackPatch.Of(rollout.Deployment, revision.Set);
        return (await client.TryWriteAsync(patch, KubeJson.Default.Deployment, cancellationToken)).Failed(out error, out var after)
            ? error.ToPreview()
            : PreviewResult.Of(Plan(arguments, rollout, patch, after));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        WriteSender.SendAsync(clients, call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        DeploymentObserver.ObserveAsync(clients, plan.Target, now => TemplatePatch.Applied(now, plan), cancellationToken);

    private static ActionPlan Plan(KubeArguments arguments, Rollout rollout, WritePayload patch, Deployment after)
    {
        var now = rollout.Deployment;
        var target = DeploymentTarget.Of(arguments, now.Metadata);
        return new(
            target, patch.ToCall(), patch.ToPayload(), LineDiff.Of(target.ToString(), Touched(now), Touched(after)),
            PlanHash.Of(("uid", now.Metadata.Uid), ("template", TemplateText.Canonical(now.Spec.Template))),
            DeploymentTarget.Replacing(now), Undo: DeploymentTarget.BackTo(arguments, rollout))
        {
            Labels = ObjectLabels.Of(now.Metadata),
            Affected = now.Desired,
        };
    }

    private static IReadOnlyList<string> Touched(Deployment deployment) =>
    [
        .. (deployment.Metadata.Annotations ?? []).Where(a => a.Key != WellKnown.LastApplied)
            .OrderBy(a => a.Key, StringComparer.Ordinal)
            .Select(a => $"annotation {a.Key}: {JsonSerializer.Serialize(a.Value, KubeData.Readable.String)}"),
        .. YamlLines.Of(deployment.Spec.Template),
    ];
}
