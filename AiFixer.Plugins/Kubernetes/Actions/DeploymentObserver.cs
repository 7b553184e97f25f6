namespace AiFixer.Plugins.Kubernetes;

/// <summary>Looks at a deployment after an action.</summary>
internal static class DeploymentObserver
{
    public static async Task<Observation> ObserveAsync(
        KubeClients clients, TargetRef target, Func<Deployment, ExecuteOutcome> applied, CancellationToken cancellationToken)
    {
        if (clients.Find(target.Connection) is not { } client)
            return Unseen($"there is no cluster '{OutsideText.Line(target.Connection, 63)}' any more");
        var read = await RolloutReader.ReadAsync(client, target.Namespace, target.Name, cancellationToken);
        if (read.Failed(out var error, out var rollout))
            return error.IsNotFound ? Gone($"{target} is gone") : Unseen(error.Message);
        if (target.Uid is { } uid && rollout.Deployment.Metadata.Uid != uid)
            return Gone($"{target} is another one now: it was deleted and made anew");
        return await WithHealthAsync(client, rollout, applied(rollout.Deployment), cancellationToken);
    }

    private static async Task<Observation> WithHealthAsync(
        KubeClient client, Rollout rollout, ExecuteOutcome applied, CancellationToken cancellationToken)
    {
        IReadOnlyList<Pod> pods = [];
        if (rollout.Current is { } current)
        {
            var read = await RolloutReader.PodsAsync(client, rollout.Deployment, current.Set, cancellationToken);
            if (read.Failed(out var error, out var found))
                return new(applied, TargetHealth.Unknown, error.Message);
            pods = found.Items;
        }

        var (health, details) = RolloutHealth.Judge(rollout.Deployment, pods);
        return new(applied, health, details);
    }

    private static Observation Unseen(string why) => new(ExecuteOutcome.Unknown, TargetHealth.Unknown, why);

    private static Observation Gone(string why) => new(ExecuteOutcome.Unknown, TargetHealth.Unhealthy, why);
}
