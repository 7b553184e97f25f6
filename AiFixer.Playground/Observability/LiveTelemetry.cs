using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Observability;

/// <summary>What monitoring has seen of a living world: its usage, sampled every so often, and the logs of its pods.</summary>
internal sealed class LiveTelemetry(ControlPlane world) : ITelemetry
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private readonly SeriesBook book = new();
    private DateTimeOffset? last;

    public DateTimeOffset Now => world.Clock.Real;

    public IReadOnlyList<MetricSeries> Metrics
    {
        get
        {
            lock (world.Gate)
                return book.Snapshot();
        }
    }

    public IReadOnlyList<LogRecord> Logs
    {
        get
        {
            lock (world.Gate)
                return [.. world.Store.List(Resources.Pods).SelectMany(Lines).OrderBy(l => l.At)];
        }
    }

    /// <summary>Nobody traces requests here.</summary>
    public IReadOnlyList<TraceSpan> Spans => [];

    public JsonObject? Database => null;

    /// <summary>What is changed here is in the cluster's own rollout history.</summary>
    public JsonObject? Changes => null;

    public MetricMetadata? Metadata(string metric) => LiveMetrics.Known.GetValueOrDefault(metric);

    /// <summary>Looks at the world when it is time to. Called under the world's lock.</summary>
    public void Sample()
    {
        var now = world.Clock.Real;
        if (last is { } before && now - before < Every)
            return;
        var passed = last is null ? TimeSpan.Zero : now - last.Value;
        last = now;
        book.At(now, passed);
        LiveMetrics.Read(world, book);
    }

    private IEnumerable<LogRecord> Lines(StoredObject pod)
    {
        if (world.Pods.Find(pod) is not { } run)
            return [];
        var labels = new LabelSet(
        [
            new("namespace", pod.Namespace), new("pod", pod.Name), new("container", run.Container), new("service", run.Workload?.Name ?? ""),
        ]);
        return (run.Log.Previous ?? []).Concat(run.Log.Current).Select(l => new LogRecord(l.Time, labels, l.Text));
    }
}
