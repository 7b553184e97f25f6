using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Seeding;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Faults;

/// <summary>Breaks and mends deployments. Each answers false when there is no such deployment.</summary>
internal sealed class FaultInjector(ControlPlane world, Seeder seeder)
{
    public bool BreakRollout(string ns, string name) => On(ns, name, deployment =>
    {
        var image = NextImage(deployment);
        world.Faults.Change(deployment).BrokenImages.Add(image);
        seeder.Release(deployment, image, $"release {image[(image.LastIndexOf(':') + 1)..]}");
    });

    public bool SetTraffic(string ns, string name, double requestsPerSecond, double? capacityPerPod) => On(ns, name, deployment =>
    {
        var faults = world.Faults.Change(deployment);
        faults.RequestsPerSecond = requestsPerSecond;
        faults.CapacityPerPod = capacityPerPod ?? faults.CapacityPerPod;
        world.Pods.Reassess(deployment);
    });

    public bool BreakDependency(string ns, string name) => On(ns, name, deployment =>
    {
        world.Faults.Change(deployment).BrokenDependency = $"{name}-db.{ns}:5432";
        world.Pods.Reassess(deployment);
    });

    public bool Heal(string ns, string name) => On(ns, name, deployment =>
    {
        world.Faults.Clear(deployment);
        world.Pods.Hurry(deployment);
    });

    private bool On(string ns, string name, Action<StoredObject> change)
    {
        if (world.Store.Find(Resources.Deployments, ns, name) is not { } deployment)
            return false;
        change(deployment);
        return true;
    }

    private string NextImage(StoredObject deployment)
    {
        var images = world.Store.OwnedBy(deployment.Uid).Select(set => ImageOf(set)).ToHashSet(StringComparer.Ordinal);
        var repository = ImageOf(deployment).Split(':')[0];
        var minor = images.Count;
        while (images.Contains($"{repository}:1.{minor}.0"))
            minor++;
        return $"{repository}:1.{minor}.0";
    }

    private static string ImageOf(StoredObject target) =>
        target.Spec.Obj("template").Obj("spec").Arr("containers")?.FirstOrDefault().Str("image") ?? "app";
}
