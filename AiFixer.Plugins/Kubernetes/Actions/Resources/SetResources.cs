using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class SetResources(KubeClients clients) : IRemediationPlugin
{
    public const string Name = "k8s.set_resources";

    public PluginManifest Manifest { get; } = new()
    {
        Name = Name,
        Description = "Sets what a deployment's container asks for and may take at most. A memory limit is never lowered unless that is asked for, "
            + "and never below what is in use.",
        Category = PluginCategory.Remediation,
        Verb = "tune",
        Risk = PluginRisk.Medium,
        Guarded = true,
        ResourceKind = DeploymentTarget.Kind,
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace", "deployment", "container"],
            ("namespace", KubeSchema.Name), ("deployment", KubeSchema.Name), ("container", KubeSchema.Name),
            ("cpu_request", KubeSchema.Quantity), ("cpu_limit", KubeSchema.Quantity),
            ("memory_request", KubeSchema.Quantity), ("memory_limit", KubeSchema.Quantity),
            ("allow_lower", """{"type":"boolean","default":false,"description":"a lower memory limit is meant"}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        if (!ResourceWish.IsAny(arguments))
            return PreviewResult.Impossible("name at least one of cpu_request, cpu_limit, memory_request and memory_limit");
        var client = clients[arguments.Connection];
        var read = await RolloutReader.ReadAsync(client, arguments.Namespace, arguments.Deployment, cancellationToken);
        if (read.Failed(out var error, out var rollout))
            return error.ToPreview();
        if (rollout.Deployment.Spec.Paused)
            return PreviewResult.Impossible($"{arguments.Deployment} is paused: resume its rollout first");
        if (ContainerChange.Of(rollout.Deployment, arguments.Container!) is not { } change)
            return PreviewResult.Impossible(ContainerChange.Missing(rollout.Deployment, arguments.Container!));
        var today = (change.Container["resources"]?.Deserialize(KubeJson.Default.ResourceNeeds))?.Limits?.Memory;
        var used = await MemoryUse.OfAsync(client, rollout.Deployment, arguments.Container!, cancellationToken);
        if (MemoryRule.Refusal(arguments, today, used) is { } refusal)
            return PreviewResult.Impossible(refusal);
        ResourceWish.Put(arguments, change.Container);
        if (await NodeRoom.RefusalAsync(client, change.Template, cancellationToken) is { } tooLarge)
            return PreviewResult.Impossible(tooLarge);
        return await TemplatePlan.OfAsync(client, arguments, rollout, change.Template, Radius(arguments, used), cancellationToken);
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        WriteSender.SendAsync(clients, call, plan, cancellationToken);

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        DeploymentObserver.ObserveAsync(clients, plan.Target, now => TemplatePatch.Applied(now, plan), cancellationToken);

    private static string Radius(KubeArguments arguments, decimal? used) => used is { } bytes
        ? $" {arguments.Container} uses up to {Quantity.Memory(bytes)} of memory now."
        : " What it uses now cannot be seen.";
}
