using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground;

internal static class HealthReader
{
    public static IReadOnlyList<DeploymentHealth> All(ControlPlane plane) =>
        [.. plane.Store.List(Resources.Deployments).Select(deployment => Read(plane, deployment))];

    public static DeploymentHealth? One(ControlPlane plane, string ns, string name) =>
        plane.Store.Find(Resources.Deployments, ns, name) is { } deployment ? Read(plane, deployment) : null;

    private static DeploymentHealth Read(ControlPlane plane, StoredObject deployment)
    {
        var desired = deployment.Spec.Int("replicas") ?? 1;
        var ready = deployment.Count("readyReplicas");
        var settled = deployment.Count("observedGeneration") == deployment.Generation && DeploymentStatusWriter.IsComplete(deployment, RolloutPlan.Of(deployment));
        var restarts = plane.Store.OwnedBy(deployment.Uid).SelectMany(set => plane.Store.OwnedBy(set.Uid)).Sum(pod => plane.Pods.Find(pod)?.Restarts ?? 0);
        var image = deployment.Spec.Obj("template").Obj("spec").Arr("containers")?.FirstOrDefault().Str("image") ?? "";
        return new(
            deployment.Namespace, deployment.Name, settled && ready == desired, desired, ready, deployment.Count("updatedReplicas"),
            deployment.Revision(), image, restarts, deployment.Generation, deployment.Uid);
    }
}
