using AiFixer.Playground.Controllers.Autoscaling;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>Which controller a change concerns.</summary>
internal sealed class Reactions
{
    private readonly ControlPlane plane;
    private readonly PodRegistry registry;
    private readonly Dictionary<ResourceType, Action<StoredObject>> reconcilers;
    private readonly AutoscalerController autoscalers;
    private readonly GarbageCollector collector;

    public Reactions(ControlPlane plane, PodRegistry registry)
    {
        (this.plane, this.registry) = (plane, registry);
        var (store, clock, agenda, events, pods) = (plane.Store, plane.Clock, plane.Agenda, plane.Events, plane.Pods);
        var scaler = new ReplicaScaler(store, events);
        var factory = new PodFactory(store, clock, plane.Ids, plane.Quotas, plane.Timings);
        var revisions = new TemplateRevisions(store, clock);
        var progress = new ProgressWatch(clock, agenda, plane.Enqueue);
        var evictions = new TaintEviction(clock, agenda, events, registry, pods);
        autoscalers = new(store, clock, agenda, events, new(store, clock, registry, plane.Usage));
        collector = new(store, pods);
        reconcilers = new()
        {
            [Resources.Deployments] = new DeploymentController(store, new(store, clock), scaler, new(scaler), new(scaler), new(store, clock, progress)).Reconcile,
            [Resources.ReplicaSets] = new ReplicaSetController(store, clock, agenda, factory, pods, events, plane.Enqueue).Reconcile,
            [Resources.StatefulSets] = new StatefulSetController(store, factory, pods, events, revisions).Reconcile,
            [Resources.DaemonSets] = new DaemonSetController(store, factory, pods, events, revisions).Reconcile,
            [Resources.Nodes] = new NodeController(store, clock, evictions).Reconcile,
            [Resources.Budgets] = plane.Budgets.Reconcile,
            [Resources.Quotas] = plane.Quotas.Reconcile,
        };
    }

    public void Reconcile(StoredObject target)
    {
        if (reconcilers.TryGetValue(target.Type, out var reconcile))
            reconcile(target);
    }

    public void To(Change change)
    {
        var target = change.Object;
        if (target.Type == Resources.Pods)
            ToPod(change.Kind, target);
        else if (target.Type == Resources.Nodes)
            ToNode(change.Kind, target);
        else if (target.Type == Resources.Services)
            ToService(change.Kind, target);
        else if (target.Type == Resources.Autoscalers && change.Kind == ChangeKind.Added)
            autoscalers.Adopt(target);
        if (reconcilers.ContainsKey(target.Type))
            plane.Enqueue(target);
        if (plane.Store.ByUid(target.OwnerUid) is { } owner)
            plane.Enqueue(owner);
        if (change.Kind != ChangeKind.Deleted)
            return;
        plane.Applications.Forget(target);
        collector.Collect(target);
    }

    private void ToPod(ChangeKind kind, StoredObject pod)
    {
        if (kind == ChangeKind.Added)
            plane.Pods.Adopt(pod);
        if (kind == ChangeKind.Deleted)
            plane.Pods.Forget(pod);
        plane.Endpoints.PodChanged(pod);
        plane.Budgets.PodChanged(pod);
        plane.Quotas.PodChanged(pod);
    }

    private void ToNode(ChangeKind kind, StoredObject node)
    {
        if (kind == ChangeKind.Deleted)
        {
            foreach (var run in registry.OnNode(node.Name).ToList())
                plane.Pods.Terminate(run.Pod, 0);
            plane.Machines.Forget(node.Name);
        }

        foreach (var set in plane.Store.List(Resources.DaemonSets))
            plane.Enqueue(set);
    }

    private void ToService(ChangeKind kind, StoredObject service)
    {
        if (kind == ChangeKind.Deleted)
            plane.Endpoints.Remove(service);
        else
            plane.Endpoints.Later(service);
    }
}
