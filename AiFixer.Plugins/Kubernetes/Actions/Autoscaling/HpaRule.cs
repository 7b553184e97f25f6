using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Which autoscalers are not made.</summary>
internal static class HpaRule
{
    public static string? Refusal(KubeArguments wish, Deployment deployment, Hpa? now)
    {
        var (name, present) = (wish.Deployment, Present(deployment));
        if (wish.MinReplicas > wish.MaxReplicas)
            return $"min_replicas {wish.MinReplicas} is more than max_replicas {wish.MaxReplicas}";
        if (deployment.Desired == 0)
            return $"{name} is scaled to zero, where no autoscaler works: scale it up first";
        if (wish.MaxReplicas < present)
            return $"{name} has {present} pods: an autoscaler with at most {wish.MaxReplicas} would end {present - wish.MaxReplicas} of them at once";
        if (now is null && wish.CpuPercent is null && wish.MemoryPercent is null)
            return "name what to scale by: cpu_percent, memory_percent or both";
        return Unmeasurable(wish, deployment);
    }

    /// <summary>What is wanted, or what there is where that is more: a rollout's extra pods serve too.</summary>
    public static int Present(Deployment deployment) => Math.Max(deployment.Desired, deployment.Status?.Replicas ?? 0);

    /// <summary>The load is measured against what the containers ask for: one that asks for nothing makes the whole unmeasurable.</summary>
    private static string? Unmeasurable(KubeArguments wish, Deployment deployment)
    {
        var spec = deployment.Spec.Template.ValueKind is JsonValueKind.Object && deployment.Spec.Template.TryGetProperty("spec", out var given)
            ? given.Deserialize(KubeJson.Default.PodSpec)
            : null;
        foreach (var container in spec?.Containers ?? [])
        {
            if (wish.CpuPercent is not null && container.Resources?.CpuRequest is null)
                return $"container {container.Name} asks for no CPU, so its load cannot be told in percent: set its cpu_request first";
            if (wish.MemoryPercent is not null && container.Resources?.MemoryRequest is null)
                return $"container {container.Name} asks for no memory, so its load cannot be told in percent: set its memory_request first";
        }

        return null;
    }
}
