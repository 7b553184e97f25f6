using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Seeding;
using AiFixer.Playground.Store;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Faults;

/// <summary>Breaks and mends deployments. Each answers false when there is no such deployment.</summary>
internal sealed class FaultInjector(ControlPlane world, Seeder seeder)
{
    private readonly Dictionary<string, (JsonNode Broken, JsonNode Good)> mistakes = new(StringComparer.Ordinal);

    /// <summary>A release that cannot run without a setting which its template does not have.</summary>
    public bool RequireSetting(string ns, string name, string setting) => On(ns, name, deployment =>
        world.Applications.Change(deployment).RequiredSettings[ReleaseNext(deployment)] = setting);

    public bool BadRevision(string ns, string name) => On(ns, name, deployment =>
        world.Applications.Change(deployment).BrokenImages[ReleaseNext(deployment)] = "panic: runtime error: invalid memory address or nil pointer dereference");

    public bool WriteToDisk(string ns, string name, double bytesPerSecond) => On(ns, name, deployment =>
    {
        world.Applications.Change(deployment).DiskWriters[ReleaseNext(deployment)] = bytesPerSecond;
        world.Pressure.Watch();
    });

    /// <summary>A release whose image nobody pushed.</summary>
    public bool MissingImage(string ns, string name) => On(ns, name, deployment =>
    {
        var image = NextImage(deployment);
        seeder.Release(deployment, container => container["image"] = image, $"release {Tag(image)}");
    });

    /// <summary>A release with a mistake in its template rather than in its software.</summary>
    public bool Mistake(string ns, string name, string cause, Action<JsonObject> change) => On(ns, name, deployment =>
    {
        var good = deployment.Spec.Obj("template")!.DeepClone();
        seeder.Release(deployment, change, cause);
        mistakes[deployment.Uid] = (deployment.Spec.Obj("template")!.DeepClone(), good);
    });

    public bool SetTraffic(string ns, string name, double requestsPerSecond, double? capacityPerPod) => Change(ns, name, application =>
    {
        application.RequestsPerSecond = requestsPerSecond;
        application.CapacityPerPod = capacityPerPod ?? application.CapacityPerPod;
    });

    public bool NeedMemory(string ns, string name, long bytes)
    {
        world.Pressure.Watch();
        return Change(ns, name, application => application.MemoryNeed = bytes);
    }

    public bool Leak(string ns, string name, double connectionsPerSecond) => Change(ns, name, application =>
        (application.LeaksPerSecond, application.LeakingSince) = (connectionsPerSecond, world.Clock.Now));

    public bool BreakDependency(string ns, string name) => Change(ns, name, application => application.BrokenDependency = $"{name}-db.{ns}:5432");

    public bool Heal(string ns, string name) => On(ns, name, deployment =>
    {
        world.Applications.Heal(deployment);
        if (ImageOf(deployment).StartsWith(ImageRegistry.Host, StringComparison.Ordinal))
            world.Images.Push(ImageOf(deployment));
        if (mistakes.Remove(deployment.Uid, out var mistake) && JsonNode.DeepEquals(mistake.Broken, deployment.Spec.Obj("template")))
            seeder.Restore(deployment, mistake.Good, "mistake taken back");
        world.Pods.Hurry(deployment);
    });

    public bool OnNode(string name, Action<StoredObject> change)
    {
        if (world.Store.Find(Resources.Nodes, "", name) is not { } node)
            return false;
        change(node);
        return true;
    }

    public void FailNode(StoredObject node) => world.Nodes.Fail(node);

    public void RecoverNode(StoredObject node) => world.Nodes.Recover(node);

    public void FillDisk(StoredObject node, double share)
    {
        world.Machines.Of(node.Name).HostBytes = NodeRegistry.DiskCapacity(node) * share;
        world.Pressure.Watch();
    }

    private bool Change(string ns, string name, Action<Application> change) => On(ns, name, deployment =>
    {
        change(world.Applications.Change(deployment));
        world.Pods.Recheck(deployment);
    });

    private bool On(string ns, string name, Action<StoredObject> change)
    {
        if (world.Store.Find(Resources.Deployments, ns, name) is not { } deployment)
            return false;
        change(deployment);
        return true;
    }

    private string ReleaseNext(StoredObject deployment)
    {
        var image = NextImage(deployment);
        world.Images.Push(image);
        seeder.Release(deployment, container => container["image"] = image, $"release {Tag(image)}");
        return image;
    }

    private string NextImage(StoredObject deployment)
    {
        var images = world.Store.OwnedBy(deployment.Uid).Select(ImageOf).Append(ImageOf(deployment)).ToHashSet(StringComparer.Ordinal);
        var repository = world.Applications.Of(deployment).Repository ?? Application.RepositoryOf(ImageOf(deployment));
        var minor = images.Count;
        while (images.Contains($"{repository}:1.{minor}.0"))
            minor++;
        return $"{repository}:1.{minor}.0";
    }

    private static string Tag(string image) => image[(image.LastIndexOf(':') + 1)..];

    private static string ImageOf(StoredObject target) =>
        target.Spec.Obj("template").Obj("spec").Arr("containers")?.FirstOrDefault().Str("image") ?? "app";
}
