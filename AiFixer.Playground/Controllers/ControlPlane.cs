using AiFixer.Playground.Faults;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>The whole cluster without its API: everything in it happens under <see cref="Gate"/> and in the order of the clock.</summary>
internal sealed class ControlPlane
{
    private readonly Queue<StoredObject> queue = new();
    private readonly HashSet<string> queued = new(StringComparer.Ordinal);
    private readonly DeploymentController deployments;
    private readonly ReplicaSetController replicaSets;
    private readonly NodeController nodes;
    private readonly GarbageCollector collector;

    public ControlPlane(PracticeWorldOptions options)
        : this(options, new WorldIds(options.Seed)) => Store.Changed += React;

    private ControlPlane(PracticeWorldOptions options, WorldIds ids)
    {
        Clock = new(options.Time);
        Ids = ids;
        Store = new(Ids);
        Faults = new(options.CapacityPerPod);
        var events = new EventRecorder(Store, Clock, Agenda, Ids);
        var scaler = new ReplicaScaler(Store, events);
        var progress = new ProgressWatch(Clock, Agenda, Enqueue);
        Pods = new(Store, Clock, Agenda, events, Faults, options.Pods);
        deployments = new(
            Store, new(Store, Clock), scaler, new(scaler), new(scaler), new(Store, Clock, progress));
        replicaSets = new(Store, new(Store, Clock, Ids), Pods, events);
        nodes = new(Store);
        collector = new(Store, Pods);
    }

    /// <summary>A cluster in which no controller does anything: its objects stay as they are put there.</summary>
    public static ControlPlane Frozen(PracticeWorldOptions options) => new(options, new WorldIds(options.Seed));

    public Lock Gate { get; } = new();

    public WorldClock Clock { get; }

    public Agenda Agenda { get; } = new();

    public WorldIds Ids { get; }

    public ObjectStore Store { get; }

    public FaultBook Faults { get; }

    public PodKeeper Pods { get; }

    /// <summary>Does everything that is due by now; costs nothing when nothing is.</summary>
    public void CatchUp() => CatchUp(Clock.Real);

    public void CatchUp(DateTimeOffset until)
    {
        Clock.Simulate(until);
        Drain();
        while (Agenda.TryTake(until, out var due, out var work))
        {
            Clock.Simulate(due);
            work();
            Drain();
        }

        Clock.Resume();
    }

    public void Drain()
    {
        while (queue.TryDequeue(out var target))
        {
            queued.Remove(target.Uid);
            Reconcile(target);
        }
    }

    public void Enqueue(StoredObject target)
    {
        if (!target.Removed && queued.Add(target.Uid))
            queue.Enqueue(target);
    }

    private void Reconcile(StoredObject target)
    {
        if (target.Type == Resources.Deployments)
            deployments.Reconcile(target);
        else if (target.Type == Resources.ReplicaSets)
            replicaSets.Reconcile(target);
        else
            nodes.Reconcile(target);
    }

    private void React(Change change)
    {
        var target = change.Object;
        if (target.Type == Resources.Pods && change.Kind == ChangeKind.Added)
            Pods.Adopt(target);
        if (target.Type == Resources.Pods && change.Kind == ChangeKind.Deleted)
            Pods.Forget(target);
        if (target.Type == Resources.Deployments || target.Type == Resources.ReplicaSets || target.Type == Resources.Nodes)
            Enqueue(target);
        if (Store.ByUid(target.OwnerUid) is { } owner)
            Enqueue(owner);
        if (change.Kind == ChangeKind.Deleted)
            collector.Collect(target);
    }
}
