using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Workload;

/// <summary>
/// Usage of everything that runs, now: a pure function of workloads, load, faults and the world's clock. Whatever shows numbers
/// (metrics.k8s.io, the autoscaler, Prometheus) reads them here, under the world's lock. Counters are the reader's: sample the
/// rates, or multiply them with the time since <see cref="PodUsage.StartedAt"/>.
/// </summary>
internal sealed class WorldUsage(ObjectStore store, PodRegistry pods, NodeRegistry nodes, Vitals vitals)
{
    private const double SystemCpu = 0.08;
    private const double SystemMemory = 700 << 20;
    private const double BaseMilliseconds = 18;
    private const double TimeoutMilliseconds = 5000;
    private const double RestingMilliseconds = 4 * BaseMilliseconds;

    /// <summary>Refusing requests takes CPU too: an overloaded pod uses up to so many times what it uses at capacity.</summary>
    private const double MostEffort = 3;

    /// <summary>Every pod whose container runs on a node that answers, in the order of their names.</summary>
    public IReadOnlyList<PodUsage> Pods()
    {
        var serving = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. store.List(Resources.Pods).Select(pods.Find).OfType<PodRun>().Where(run => run.IsRunning).Select(run => Read(run, serving))];
    }

    /// <summary>Null when nothing of it runs.</summary>
    public PodUsage? Of(StoredObject pod) => pods.Find(pod) is { IsRunning: true } run ? Read(run, new(StringComparer.Ordinal)) : null;

    /// <summary>Every node that answers.</summary>
    public IReadOnlyList<NodeUsage> Nodes()
    {
        var running = Pods().ToLookup(pod => pod.Node, StringComparer.Ordinal);
        return [.. store.List(Resources.Nodes).Where(node => !nodes.Of(node.Name).Down).Select(node => Read(node, [.. running[node.Name]]))];
    }

    /// <summary>Requests per second that find no pod to answer them: refused at the service, all of them errors.</summary>
    public double Refused(StoredObject workload) => vitals.ServingPods(workload) == 0 ? vitals.For(workload).RequestsPerSecond : 0;

    private NodeUsage Read(StoredObject node, IReadOnlyList<PodUsage> running) => new(
        node, SystemCpu + running.Sum(pod => pod.CpuCores), SystemMemory + running.Sum(pod => pod.MemoryBytes),
        nodes.Of(node.Name).HostBytes + pods.OnNode(node.Name).Sum(vitals.Scratch), NodeRegistry.DiskCapacity(node));

    private PodUsage Read(PodRun run, Dictionary<string, int> serving)
    {
        var application = vitals.Of(run);
        var share = Share(run, application, serving);
        var capacity = vitals.Capacity(run);
        var load = share <= 0 ? 0 : share / capacity;
        var exhausted = vitals.IsExhausted(run);
        var errors = exhausted ? 1 : load > 1 ? 1 - (1 / load) : 0;
        var median = Latency(load, (double)vitals.Connections(run) / Application.ConnectionPool);
        var slow = load > 1 || exhausted ? TimeoutMilliseconds : Math.Min(TimeoutMilliseconds, median * 4);
        var cpu = Application.IdleCpu + ((Application.CpuAtCapacity - Application.IdleCpu) * Math.Min(MostEffort, share / application.CapacityPerPod));
        return new(
            run.Pod, run.Workload, run.Container, run.Node!, run.StartedAt, Math.Min(cpu, (double)(run.CpuLimit ?? decimal.MaxValue)), vitals.Memory(run), vitals.Scratch(run),
            share, errors, TimeSpan.FromMilliseconds(median), TimeSpan.FromMilliseconds(Math.Max(slow, RestingMilliseconds)), vitals.Connections(run), run.Restarts);
    }

    private double Share(PodRun run, Application application, Dictionary<string, int> serving)
    {
        if (run.Workload is null || application.RequestsPerSecond <= 0 || !vitals.Serves(run))
            return 0;
        if (!serving.TryGetValue(run.Workload.Uid, out var count))
            serving[run.Workload.Uid] = count = vitals.ServingPods(run.Workload);
        return application.RequestsPerSecond / count;
    }

    private static double Latency(double load, double poolInUse) =>
        Math.Min(TimeoutMilliseconds, BaseMilliseconds / Math.Max(0.02, 1 - Math.Min(load, 0.98)) / Math.Max(0.02, 1 - (0.98 * poolInUse)));
}
