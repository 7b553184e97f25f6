using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Looks at an autoscaler after it was made or changed, and at what it drives.</summary>
internal static class HpaObserver
{
    public static async Task<Observation> ObserveAsync(KubeClients clients, ActionPlan plan, CancellationToken cancellationToken)
    {
        if (clients.Find(plan.Target.Connection) is not { } client)
            return Unseen($"there is no cluster '{OutsideText.Line(plan.Target.Connection, 63)}' any more");
        var read = await HpaReader.ReadAsync(client, plan.Target.Namespace, HpaPayload.NameOf(plan), cancellationToken);
        if (read.Failed(out var error, out var now))
            return error.IsNotFound ? Missing(plan) : Unseen(error.Message);
        var applied = Applied(plan, now);
        var (health, details) = Judge(now);
        if (health is not TargetHealth.Healthy)
            return new(applied, health, details);
        var driven = await DeploymentObserver.ObserveAsync(clients, plan.Target, _ => applied, cancellationToken);
        return driven with { Details = $"{details}; {driven.Details}" };
    }

    /// <summary>A third spec is neither: somebody changed it since.</summary>
    private static ExecuteOutcome Applied(ActionPlan plan, Hpa now)
    {
        var (before, after) = HpaPayload.Specs(plan);
        var spec = JsonNode.Parse(now.Spec.GetRawText());
        if (JsonNode.DeepEquals(spec, after))
            return ExecuteOutcome.Done;
        return before is not null && JsonNode.DeepEquals(spec, before) ? ExecuteOutcome.NotDone : ExecuteOutcome.Unknown;
    }

    private static (TargetHealth Health, string Details) Judge(Hpa now)
    {
        if (now.Known.Status?.Conditions is not { Count: > 0 } conditions)
            return (TargetHealth.Progressing, $"the autoscaler {now.Name} has not looked yet");
        var wrong = conditions.Find(c => c is { Type: "AbleToScale" or "ScalingActive", Status: "False" });
        return wrong is null
            ? (TargetHealth.Healthy, $"the autoscaler {now.Name} works")
            : (TargetHealth.Unhealthy, $"the autoscaler {now.Name} does not work: {wrong.Reason}: {wrong.Message}");
    }

    private static Observation Missing(ActionPlan plan) => HpaPayload.Specs(plan).Before is null
        ? new(ExecuteOutcome.NotDone, TargetHealth.Unhealthy, $"{plan.Target} has no autoscaler")
        : new(ExecuteOutcome.Unknown, TargetHealth.Unhealthy, $"the autoscaler of {plan.Target} is gone");

    private static Observation Unseen(string why) => new(ExecuteOutcome.Unknown, TargetHealth.Unknown, why);
}
