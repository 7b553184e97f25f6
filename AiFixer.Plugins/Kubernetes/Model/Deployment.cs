using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed record Deployment(ObjectMeta Metadata, Deployment.DeploymentSpec Spec, Deployment.DeploymentStatus? Status)
{
    public int Desired => Spec.Replicas ?? 1;

    internal sealed record DeploymentSpec(int? Replicas, bool Paused, LabelSelector? Selector, JsonElement Template, DeploymentStrategy? Strategy);

    internal sealed record DeploymentStrategy(string? Type);

    /// <summary>Counters that are zero are left out by the API.</summary>
    internal sealed record DeploymentStatus(
        long ObservedGeneration, int Replicas, int UpdatedReplicas, int ReadyReplicas, int AvailableReplicas, List<KubeCondition>? Conditions);
}
