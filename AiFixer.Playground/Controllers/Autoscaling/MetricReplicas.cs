using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Selectors;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Controllers.Autoscaling;

/// <summary>From usage to replicas, by the rules of the real controller: tolerance, missing and unready pods counted so that they damp.</summary>
internal sealed class MetricReplicas(ObjectStore store, WorldClock clock, PodRegistry pods, WorldUsage usage)
{
    private const double Tolerance = 0.1;
    private static readonly TimeSpan CpuInitialization = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstReadiness = TimeSpan.FromSeconds(30);

    public MetricReading Read(StoredObject autoscaler, StoredObject target, long current)
    {
        MetricReading? most = null;
        MetricReading? refused = null;
        var all = new JsonArray();
        foreach (var metric in autoscaler.Spec.Arr("metrics") ?? [])
        {
            var reading = One(metric, target, current);
            foreach (var shown in reading.Metrics)
                all.Add(shown?.DeepClone());
            if (reading.Refusal is not null)
                refused ??= reading;
            else if (most is null || reading.Replicas > most.Replicas)
                most = reading;
        }

        var result = most is null || (refused is not null && most.Replicas < current) ? refused ?? Unreadable("there are no metrics") : most;
        return result with { Metrics = all };
    }

    private MetricReading One(JsonNode? metric, StoredObject target, long current)
    {
        if (metric.Str("type") != "Resource" || metric.Obj("resource") is not { } resource || resource.Str("name") is not ("cpu" or "memory"))
            return Unreadable($"unable to get metrics of type {metric.Str("type")}: no metrics API for it is registered");
        var name = resource.Str("name")!;
        var wanted = resource.Obj("target");
        var active = Active(target);
        var measured = active.Where(run => Value(run, name) is not null).ToList();
        if (measured.Count == 0)
            return Unreadable($"failed to get {name} utilization: unable to get metrics for resource {name}: no metrics returned from resource metrics API", name);
        if (wanted.Str("type") == "Utilization" && active.Exists(run => Request(run, name) == 0))
            return Unreadable($"failed to get {name} utilization: missing request for {name} in container {active.First(run => Request(run, name) == 0).Container} of Pod {active.First(run => Request(run, name) == 0).Pod.Name}", name);
        return wanted.Str("type") == "Utilization"
            ? ByUtilization(name, (double)(wanted.Int("averageUtilization") ?? 80) / 100, active, measured, current)
            : ByAverage(name, (double)(Quantity.Of(wanted?["averageValue"]) ?? 0), active, measured, current);
    }

    private MetricReading ByUtilization(string name, double goal, List<PodRun> active, List<PodRun> measured, long current)
    {
        var share = measured.Sum(run => Value(run, name)!.Value) / measured.Sum(run => Request(run, name));
        var replicas = Replicas(active, name, current, goal, run => Request(run, name), Fit(measured, name));
        var shown = Shown(name, measured.Average(run => Value(run, name)!.Value));
        shown["resource"]!["current"]!["averageUtilization"] = (int)Math.Truncate(share * 100);
        return new(replicas, $"{name} resource utilization (percentage of request)", [shown]);
    }

    private MetricReading ByAverage(string name, double goal, List<PodRun> active, List<PodRun> measured, long current) => new(
        goal <= 0 ? current : Replicas(active, name, current, 1, _ => goal, Fit(measured, name)), $"{name} resource",
        [Shown(name, measured.Average(run => Value(run, name)!.Value))]);

    /// <summary>Pods that are still starting are left out, and count as idle when that would mean more replicas.</summary>
    private List<PodRun> Fit(List<PodRun> measured, string name) => name == "memory" ? measured : measured.FindAll(run => !IsSettling(run));

    private long Replicas(List<PodRun> active, string name, long current, double goal, Func<PodRun, double> size, List<PodRun> fit)
    {
        if (fit.Count == 0)
            return current;
        var ratio = fit.Sum(run => Value(run, name)!.Value) / fit.Sum(size) / goal;
        var others = active.Except(fit).ToList();
        if (others.Count == 0)
            return Math.Abs(ratio - 1) <= Tolerance ? current : (long)Math.Ceiling(ratio * fit.Count);
        var damped = (fit.Sum(run => Value(run, name)!.Value) + (ratio < 1 ? others.Sum(size) * goal : 0)) / active.Sum(size) / goal;
        if (Math.Abs(damped - 1) <= Tolerance || (ratio > 1) != (damped > 1))
            return current;
        var wanted = (long)Math.Ceiling(damped * active.Count);
        return (damped < 1 && wanted > current) || (damped > 1 && wanted < current) ? current : wanted;
    }

    private bool IsSettling(PodRun run)
    {
        var ready = run.Stage == PodStage.Ready;
        return clock.Now - run.StartedAt < CpuInitialization ? !ready : !ready && run.ReadinessChangedAt < run.StartedAt + FirstReadiness;
    }

    private List<PodRun> Active(StoredObject target)
    {
        var selector = LabelSelector.Of(target.Spec.Obj("selector"));
        return [.. store.List(Resources.Pods, target.Namespace).Where(pod => !pod.Deleting && selector.Matches(pod.Labels)).Select(pods.Find).OfType<PodRun>().Where(run => !run.IsOver)];
    }

    private double? Value(PodRun run, string name) => usage.Of(run.Pod) is { } used ? name == "cpu" ? used.CpuCores : used.MemoryBytes : null;

    private static double Request(PodRun run, string name) => (double)(name == "cpu" ? run.Demand.Cpu : run.Demand.Memory);

    private static JsonObject Shown(string name, double average) => new()
    {
        ["type"] = "Resource",
        ["resource"] = new JsonObject
        {
            ["name"] = name,
            ["current"] = new JsonObject { ["averageValue"] = name == "cpu" ? Quantity.Milli(Math.Ceiling((decimal)average * 1000) / 1000) : Quantity.Binary(Math.Round((decimal)average)) },
        },
    };

    private static MetricReading Unreadable(string why, string? resource = null) => new(
        0, "", [], (resource is null ? "InvalidMetricSourceType" : "FailedGetResourceMetric", $"the HPA was unable to compute the replica count: {why}"));
}
