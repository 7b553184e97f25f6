using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Store;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Seeding;

/// <summary>Makes things that look as if they had been there for a while: healthy at once and with a history.</summary>
internal sealed class Seeder(ControlPlane world)
{
    private static readonly TimeSpan FirstRelease = TimeSpan.FromDays(2);
    private static readonly TimeSpan SecondRelease = TimeSpan.FromDays(1);

    public void Cluster(int nodes, bool withDeployments)
    {
        world.Clock.Simulate(world.Clock.Real - TimeSpan.FromDays(30));
        foreach (var ns in (string[])["default", "kube-system", Heartbeats.Namespace, "shop", "staging"])
            EnsureNamespace(ns);
        for (var number = 1; number <= nodes; number++)
            world.Store.Add(Resources.Nodes, NodeTemplate.Make(number, world.Clock.Now), world.Clock.Now);
        world.Clock.Resume();
        if (!withDeployments)
            return;
        Deployment("shop", "checkout", 3);
        Deployment("shop", "catalog", 2);
        Deployment("staging", "web", 2);
        Deployment("default", "demo", 2);
    }

    /// <summary>A deployment with two revisions, every pod ready. One that exists is left alone.</summary>
    public StoredObject Deployment(string ns, string name, int replicas)
    {
        if (world.Store.Find(Resources.Deployments, ns, name) is { } existing)
            return existing;
        var now = world.Clock.Real;
        world.Clock.Simulate(now - FirstRelease);
        EnsureNamespace(ns);
        foreach (var minor in (int[])[0, 1])
            world.Images.Push(DeploymentTemplate.Image(ns, name, minor));
        var made = world.Store.Add(Resources.Deployments, DeploymentTemplate.Make(ns, name, replicas), world.Clock.Now);
        world.Applications.Install(made, Application.RepositoryOf(DeploymentTemplate.Image(ns, name, 0)));
        if (world.Store.Find(Resources.Services, ns, name) is null)
            world.Store.Add(Resources.Services, ServiceTemplate.Make(ns, name, world.Endpoints.NextAddress()), world.Clock.Now);
        Settle(now - FirstRelease);
        Release(made, container => container["image"] = DeploymentTemplate.Image(ns, name, 1), "release 1.1.0");
        Settle(now - SecondRelease);
        world.CatchUp(now);
        return made;
    }

    /// <summary>Changes the first container of the template, as a release would.</summary>
    public void Release(StoredObject deployment, Action<JsonObject> change, string cause)
    {
        var container = (JsonObject)deployment.Spec.Obj("template").Obj("spec").Arr("containers")![0]!;
        change(container);
        Roll(deployment, cause);
    }

    /// <summary>Releases a template that there was before.</summary>
    public void Restore(StoredObject deployment, JsonNode template, string cause)
    {
        deployment.Spec!["template"] = template.DeepClone();
        Roll(deployment, cause);
    }

    private void Roll(StoredObject deployment, string cause)
    {
        deployment.Metadata.Ensure("annotations")["kubernetes.io/change-cause"] = cause;
        deployment.Metadata["generation"] = deployment.Generation + 1;
        world.Store.Touch(deployment);
    }

    private void EnsureNamespace(string name)
    {
        if (world.Store.Find(Resources.Namespaces, "", name) is not null)
            return;
        world.Store.Add(Resources.Namespaces, new()
        {
            ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = new JsonObject { ["kubernetes.io/metadata.name"] = name } },
            ["spec"] = new JsonObject { ["finalizers"] = new JsonArray("kubernetes") },
            ["status"] = new JsonObject { ["phase"] = "Active" },
        }, world.Clock.Now);
    }

    private void Settle(DateTimeOffset moment)
    {
        world.Pods.Hasten(true);
        world.CatchUp(moment);
        world.Pods.Hasten(false);
    }
}
