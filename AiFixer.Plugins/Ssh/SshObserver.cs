using AiFixer.Plugins.Docker;

namespace AiFixer.Plugins.Ssh;

/// <summary>Looks whether the containers of a plan were started anew, and how they do.</summary>
internal static class SshObserver
{
    public static async Task<Observation> ObserveAsync(SshHosts hosts, PluginCall call, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (!hosts.Has(plan.Target.Connection))
            return Unseen($"there is no host '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        if (SshOrder.TryParse(plan.Payload) is not { Containers.Count: > 0 } order)
            return Unseen($"the plan is not one for {plan.Target}");
        var host = new SshContainers(hosts.Runner, plan.Target.Connection);
        var (found, trouble) = await host.InspectAsync([.. order.Containers.Select(c => c.Id)], cancellationToken);
        if (trouble is not null)
            return trouble.Message.Contains("No such container", StringComparison.Ordinal)
                ? new(ExecuteOutcome.Unknown, TargetHealth.Unhealthy, trouble.Message)
                : Unseen(trouble.Message);
        var health = order.Containers.Join(found, c => c.Id, c => c.Id, (before, now) => ContainerHealth.Judge(now, before.RestartCount)).ToList();
        var applied = await AppliedAsync(host, order, found, call.Now, cancellationToken);
        return new(applied, health.Select(h => h.Health).MaxBy(ContainerHealth.Badness), string.Join("; ", health.Select(h => h.Details)));
    }

    private static async Task<ExecuteOutcome> AppliedAsync(
        SshContainers host, SshOrder order, IReadOnlyList<DockerContainer> found, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var same = found.Where(c => order.Containers.Any(b => b.Id == c.Id && b.StartedAt == c.State.StartedAt)).ToList();
        if (same.Count == 0 && found.Count == order.Containers.Count)
            return ExecuteOutcome.Done;
        if (same.Count < order.Containers.Count)
            return ExecuteOutcome.Unknown;
        foreach (var container in same)
            if (await host.TouchedAsync(container.Id, order.PlannedAt, now, cancellationToken) is not false)
                return ExecuteOutcome.Unknown;
        return ExecuteOutcome.NotDone;
    }

    private static Observation Unseen(string why) => new(ExecuteOutcome.Unknown, TargetHealth.Unknown, why);
}
