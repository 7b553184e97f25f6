using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Nodes;

/// <summary>
/// The kubelets' signs of life. They are written when somebody looks, not on a timer: a world whose clock leaps a day does not beat eight thousand times.
/// </summary>
internal sealed class Heartbeats(ObjectStore store, WorldClock clock, NodeRegistry nodes)
{
    public const string Namespace = "kube-node-lease";

    private static readonly TimeSpan LeaseEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StatusEvery = TimeSpan.FromMinutes(5);
    private DateTimeOffset lease;
    private DateTimeOffset status;

    public void Refresh()
    {
        if (clock.Now - lease < LeaseEvery)
            return;
        var alive = store.List(Resources.Nodes).Where(node => !nodes.Of(node.Name).Down).ToList();
        if (alive.Count == 0)
            return;
        lease = clock.Now;
        var full = clock.Now - status >= StatusEvery;
        status = full ? clock.Now : status;
        foreach (var node in alive)
        {
            Renew(node);
            if (full)
            {
                NodeConditions.Beat(node, clock.Now);
                store.Touch(node);
            }
        }
    }

    private void Renew(StoredObject node)
    {
        if (store.Find(Resources.Leases, Namespace, node.Name) is { } held)
        {
            held.Json.Ensure("spec")["renewTime"] = KubeTime.Micros(clock.Now);
            store.Touch(held);
        }
        else if (store.Find(Resources.Namespaces, "", Namespace) is not null)
        {
            store.Add(Resources.Leases, new()
            {
                ["metadata"] = new JsonObject { ["name"] = node.Name, ["namespace"] = Namespace },
                ["spec"] = new JsonObject { ["holderIdentity"] = node.Name, ["leaseDurationSeconds"] = 40, ["renewTime"] = KubeTime.Micros(clock.Now) },
            }, clock.Now);
        }
    }
}
