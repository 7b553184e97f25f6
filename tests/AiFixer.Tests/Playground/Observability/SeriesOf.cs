using System.Text.Json.Nodes;
using AiFixer.Playground.Observability;

namespace AiFixer.Tests.Playground.Observability;

/// <summary>Monitoring with what a test puts in.</summary>
internal sealed class SeriesOf : ITelemetry
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start.AddMinutes(10);

    public List<MetricSeries> All { get; } = [];

    public IReadOnlyList<MetricSeries> Metrics => All;

    public List<LogRecord> Lines { get; } = [];

    public IReadOnlyList<LogRecord> Logs => Lines;

    public IReadOnlyList<TraceSpan> Spans => [];

    public JsonObject? Database => null;

    public JsonObject? Changes => null;

    public MetricMetadata? Metadata(string metric) => null;

    /// <summary>Samples a minute apart, from the start on; NaN makes a gap.</summary>
    public SeriesOf With(string name, string labels, params double[] values)
    {
        var all = labels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(l => KeyValuePair.Create(l.Split('=')[0], l.Split('=')[1]));
        All.Add(new(
            new(all.Append(new(LabelSet.NameLabel, name))),
            [.. values.Select((v, i) => new MetricSample(Start.AddMinutes(i).ToUnixTimeMilliseconds(), v)).Where(s => !double.IsNaN(s.Value))]));
        return this;
    }

    public SeriesOf Log(int second, string labels, string line)
    {
        Lines.Add(new(Start.AddSeconds(second), new(labels.Split(',').Select(l => KeyValuePair.Create(l.Split('=')[0], l.Split('=')[1]))), line));
        return this;
    }
}
