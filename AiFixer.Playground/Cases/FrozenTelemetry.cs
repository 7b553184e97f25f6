using System.Text.Json.Nodes;
using AiFixer.Playground.Observability;

namespace AiFixer.Playground.Cases;

/// <summary>What the monitoring of a frozen incident holds. Nobody knows its metrics' types: the files do not say.</summary>
internal sealed class FrozenTelemetry(FrozenCase incident) : ITelemetry
{
    public DateTimeOffset Now => incident.Now;

    public IReadOnlyList<MetricSeries> Metrics => incident.Metrics;

    public IReadOnlyList<LogRecord> Logs => incident.Logs;

    public IReadOnlyList<TraceSpan> Spans => incident.Spans;

    public JsonObject? Database => incident.Database;

    public JsonObject? Changes => incident.Changes;

    public MetricMetadata? Metadata(string metric) => null;
}
