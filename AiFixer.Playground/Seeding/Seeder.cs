using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Seeding;

/// <summary>Makes things that look as if they had been there for a while: healthy at once and with a history.</summary>
internal sealed class Seeder(ControlPlane world)
{
    private static readonly TimeSpan FirstRelease = TimeSpan.FromDays(2);
    private static readonly TimeSpan SecondRelease = TimeSpan.FromDays(1);

    public void Cluster(bool withDeployments)
    {
        world.Clock.Simulate(world.Clock.Real - TimeSpan.FromDays(30));
        foreach (var ns in (string[])["default", "kube-system", "shop", "staging"])
            EnsureNamespace(ns);
        foreach (var node in (string[])["node-1", "node-2", "node-3"])
            world.Store.Add(Resources.Nodes, Node(node), world.Clock.Now);
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
        var made = world.Store.Add(Resources.Deployments, DeploymentTemplate.Make(ns, name, replicas), world.Clock.Now);
        Settle(now - FirstRelease);
        Release(made, DeploymentTemplate.Image(ns, name, 1), "release 1.1.0");
        Settle(now - SecondRelease);
        world.CatchUp(now);
        return made;
    }

    /// <summary>Rolls out another image, as a release would.</summary>
    public void Release(StoredObject deployment, string image, string cause)
    {
        deployment.Spec.Obj("template").Obj("spec").Arr("containers")![0]!["image"] = image;
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

    private JsonObject Node(string name) => new()
    {
        ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = new JsonObject { ["kubernetes.io/hostname"] = name, ["kubernetes.io/os"] = "linux" } },
        ["spec"] = new JsonObject(),
        ["status"] = new JsonObject
        {
            ["capacity"] = Capacity(),
            ["allocatable"] = Capacity(),
            ["conditions"] = new JsonArray(new JsonObject
            {
                ["type"] = "Ready",
                ["status"] = "True",
                ["lastHeartbeatTime"] = KubeTime.Seconds(world.Clock.Now),
                ["lastTransitionTime"] = KubeTime.Seconds(world.Clock.Now),
                ["reason"] = "KubeletReady",
                ["message"] = "kubelet is posting ready status",
            }),
            ["addresses"] = new JsonArray(new JsonObject { ["type"] = "Hostname", ["address"] = name }),
            ["nodeInfo"] = new JsonObject { ["kubeletVersion"] = "v1.32.0+practice", ["operatingSystem"] = "linux", ["architecture"] = "amd64" },
        },
    };

    private static JsonObject Capacity() => new() { ["cpu"] = "4", ["memory"] = "16Gi", ["pods"] = "250" };
}
