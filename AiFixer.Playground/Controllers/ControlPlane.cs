using AiFixer.Playground.Controllers.Autoscaling;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Controllers;

/// <summary>The whole cluster without its API: everything in it happens under <see cref="Gate"/> and in the order of the clock.</summary>
internal sealed class ControlPlane
{
    private readonly Queue<StoredObject> queue = new();
    private readonly HashSet<string> queued = new(StringComparer.Ordinal);
    private readonly PodRegistry registry = new();
    private readonly Reactions reactions;
    private readonly Heartbeats heartbeats;

    public ControlPlane(PracticeWorldOptions options)
        : this(options, new WorldIds(options.Seed)) => Store.Changed += reactions.To;

    private ControlPlane(PracticeWorldOptions options, WorldIds ids)
    {
        Timings = options.Nodes;
        Clock = new(options.Time);
        Ids = ids;
        Store = new(Ids);
        Applications = new(options.CapacityPerPod);
        Events = new(Store, Clock, Agenda, Ids);
        Machines = new(registry);
        Vitals = new(Applications, registry, Clock, options.Pods);
        Usage = new(Store, registry, Machines, Vitals);
        Pods = new(Store, Clock, Agenda, Events, Applications, Images, registry, Machines, Vitals, options.Pods);
        Nodes = new(Store, Clock, Agenda, Events, Machines, Pods, Timings);
        Pressure = new(Store, Clock, Agenda, Events, Machines, registry, Pods, Vitals, Timings);
        Budgets = new(Store, Clock, registry);
        Quotas = new(Store, registry);
        Endpoints = new(Store, Clock, Agenda, registry);
        heartbeats = new(Store, Clock, Machines);
        reactions = new(this, registry);
    }

    public Lock Gate { get; } = new();

    public NodeTimings Timings { get; }

    public WorldClock Clock { get; }

    public Agenda Agenda { get; } = new();

    public WorldIds Ids { get; }

    public ObjectStore Store { get; }

    public EventRecorder Events { get; }

    public Applications Applications { get; }

    public ImageRegistry Images { get; } = new();

    public NodeRegistry Machines { get; }

    public Vitals Vitals { get; }

    /// <summary>What everything uses now; the one source of numbers.</summary>
    public WorldUsage Usage { get; }

    public PodKeeper Pods { get; }

    public NodeKeeper Nodes { get; }

    public PressureMonitor Pressure { get; }

    public BudgetController Budgets { get; }

    public QuotaController Quotas { get; }

    public EndpointsController Endpoints { get; }

    /// <summary>A cluster in which no controller does anything: its objects stay as they are put there.</summary>
    public static ControlPlane Frozen(PracticeWorldOptions options) => new(options, new WorldIds(options.Seed));

    /// <summary>Does everything that is due by now; costs nothing when nothing is.</summary>
    public void CatchUp()
    {
        CatchUp(Clock.Real);
        heartbeats.Refresh();
    }

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
            reactions.Reconcile(target);
        }
    }

    public void Enqueue(StoredObject target)
    {
        if (!target.Removed && queued.Add(target.Uid))
            queue.Enqueue(target);
    }
}
