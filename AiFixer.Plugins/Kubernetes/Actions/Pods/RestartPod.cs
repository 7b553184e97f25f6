namespace AiFixer.Plugins.Kubernetes;

/// <remarks>
/// A ready pod is evicted, so that disruption budgets are kept. A pod that is not ready is deleted: it counts for no budget,
/// and the eviction of a broken pod is refused just when its budget is short because of it.
/// </remarks>
internal sealed class RestartPod(KubeClients clients) : IRemediationPlugin
{
    public const string Name = "k8s.restart_pod";
    private const string Kind = "pod";

    public PluginManifest Manifest { get; } = new()
    {
        Name = Name,
        Description = "Restarts one pod: it ends, and what it belongs to makes a new one. Keeps disruption budgets.",
        Category = PluginCategory.Remediation,
        Verb = "restart",
        Risk = PluginRisk.Medium,
        Idempotent = true,
        Guarded = true,
        ResourceKind = Kind,
        ParametersSchema = KubeSchema.Object(
            clients, ["namespace", "pod", "reason"], ("namespace", KubeSchema.Name), ("pod", KubeSchema.Name), ("reason", KubeSchema.Reason)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        var path = KubePaths.Pod(arguments.Namespace, arguments.Pod);
        if ((await client.GetAsync(path, KubeJson.Default.Pod, cancellationToken)).Failed(out var error, out var pod))
            return error.ToPreview();
        if (PodRestartRule.Refusal(pod) is { } refusal)
            return PreviewResult.Impossible(refusal);
        var write = Write(pod);
        return await client.TryDeleteAsync(write, cancellationToken) is { } refused
            ? refused.ToPreview()
            : PreviewResult.Of(Plan(arguments, pod, write));
    }

    public Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        var path = KubePaths.Pod(plan.Target.Namespace, plan.Target.Name);
        return WriteSender.SendAsync(clients, call, plan, [path, $"{path}/eviction"], cancellationToken);
    }

    public Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken) =>
        PodReplacement.ObserveAsync(clients, plan, cancellationToken);

    private static WritePayload Write(Pod pod)
    {
        var (ns, name, uid) = (pod.Metadata.Namespace, pod.Metadata.Name, pod.Metadata.Uid);
        var write = pod.IsReady ? WritePayload.EvictPod(ns, name, uid) : WritePayload.DeletePod(ns, name, uid);
        return write with { Owner = pod.Metadata.ControllerOwner };
    }

    private static ActionPlan Plan(KubeArguments arguments, Pod pod, WritePayload write)
    {
        var target = new TargetRef(arguments.Connection, Kind, arguments.Namespace, arguments.Pod, pod.Metadata.Uid);
        var owner = pod.Metadata.ControllerOwner!;
        return new(
            target, write.ToCall(), write.ToPayload(),
            LineDiff.Of(target.ToString(), [$"pod: {arguments.Pod}", $"status: {PodStatusColumn.Of(pod)}"], [$"pod: a new one of {owner.Kind} {owner.Name}"]),
            PlanHash.Of(("uid", pod.Metadata.Uid), ("ready", pod.IsReady ? "true" : "false")),
            $"This pod ends and {owner.Kind} {owner.Name} makes a new one; {(pod.IsReady ? "connections to it end" : "it is not ready, so nothing is sent to it")}.")
        {
            Labels = ObjectLabels.Of(pod.Metadata),
            Affected = 1,
        };
    }
}
