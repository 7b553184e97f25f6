namespace AiFixer.Plugins.Kubernetes;

internal sealed class DeleteEvictedPods(KubeClients clients) : IRemediationPlugin
{
    private const string Kind = "pods";
    private const string Which = "evicted";

    public PluginManifest Manifest { get; } = new()
    {
        Name = "k8s.delete_evicted_pods",
        Description = $"Clears away what evicted pods leave behind in a namespace, the oldest {EvictedPods.MostAtOnce} at a time. They run no more.",
        Category = PluginCategory.Remediation,
        Verb = "delete",
        Risk = PluginRisk.Low,
        Idempotent = true,
        Guarded = true,
        ResourceKind = Kind,
        ParametersSchema = KubeSchema.Object(clients, ["namespace"], ("namespace", KubeSchema.Name)),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PreviewResult> PreviewAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = KubeArguments.Of(call);
        var client = clients[arguments.Connection];
        if ((await EvictedPods.ReadAsync(client, arguments.Namespace, cancellationToken)).Failed(out var error, out var found))
            return error.ToPreview();
        if (found.Items.Count == 0)
            return PreviewResult.Impossible($"{arguments.Namespace} has no evicted pods");
        var deletions = new PodDeletions(arguments.Namespace, [.. found.Items.Select(p => new PodDeletions.One(p.Metadata.Name, p.Metadata.Uid))]);
        foreach (var write in deletions.Writes())
            if (await client.TryDeleteAsync(write, cancellationToken) is { IsNotFound: false } refused)
                return refused.ToPreview();
        return PreviewResult.Of(Plan(arguments, deletions, found.More));
    }

    public async Task<ExecuteResult> ExecuteAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return new(ExecuteOutcome.NotDone, $"there is no cluster '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        return PodDeletions.TryParse(plan.Payload) is { } deletions && deletions.Namespace == plan.Target.Namespace
            ? await PodDeleter.SendAsync(client, call, deletions, cancellationToken)
            : new(ExecuteOutcome.NotDone, $"the plan is not one for {plan.Target}");
    }

    public async Task<Observation> ObserveAsync(PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client || PodDeletions.TryParse(plan.Payload) is not { } deletions)
            return new(ExecuteOutcome.Unknown, TargetHealth.Unknown, $"the plan is not one for {plan.Target}");
        var read = await EvictedPods.ReadAsync(client, deletions.Namespace, cancellationToken, EvictedPods.MostRead);
        if (read.Failed(out var error, out var found))
            return new(ExecuteOutcome.Unknown, TargetHealth.Unknown, error.Message);
        var left = deletions.Pods.Count(d => found.Items.Any(p => p.Metadata.Uid == d.Uid));
        if (left == 0)
            return new(ExecuteOutcome.Done, TargetHealth.Healthy, $"all {deletions.Pods.Count} are gone");
        // Done in part is neither.
        var outcome = left == deletions.Pods.Count ? ExecuteOutcome.NotDone : ExecuteOutcome.Unknown;
        return new(outcome, TargetHealth.Unhealthy, $"{left} of {deletions.Pods.Count} are still there");
    }

    private static ActionPlan Plan(KubeArguments arguments, PodDeletions deletions, bool more)
    {
        var target = new TargetRef(arguments.Connection, Kind, arguments.Namespace, Which);
        return new(
            target, deletions.ToCall(), deletions.ToPayload(),
            LineDiff.Of(target.ToString(), [.. deletions.Pods.Select(p => $"pod: {p.Name}")], []),
            PlanHash.Of([("uid", ""), .. deletions.Pods.Select(p => (p.Uid, (string?)p.Name))]),
            $"Nothing runs in them; what is written about their eviction goes with them.{(more ? " There are more." : "")}")
        {
            Affected = deletions.Pods.Count,
        };
    }
}
