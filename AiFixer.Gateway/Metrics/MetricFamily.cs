using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace AiFixer.Gateway.Metrics;

/// <summary>A metric with all its samples, named as Prometheus wants names: with its unit, and a counter with <c>_total</c>.</summary>
internal sealed class MetricFamily(string name, string type, string help)
{
    public string Name => name;

    public List<string> Lines { get; } = [];

    /// <summary>Null for what the text format has no form for.</summary>
    public static MetricFamily? Of(Metric metric)
    {
        if (metric.MetricType is MetricType.ExponentialHistogram)
            return null;
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var type = metric.MetricType is MetricType.Histogram ? "histogram" : isCounter ? "counter" : "gauge";
        var family = new MetricFamily(MetricNames.Of(metric.Name, metric.Unit, isCounter, type == "gauge"), type, Help(metric));
        foreach (ref readonly var point in metric.GetMetricPoints())
            family.Add(metric.MetricType, in point);
        return family;
    }

    public void Write(StringBuilder text)
    {
        if (help.Length > 0)
            text.Append("# HELP ").Append(name).Append(' ').Append(help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        foreach (var line in Lines)
            text.Append(line).Append('\n');
    }

    private static string Help(Metric metric) => string.IsNullOrEmpty(metric.Description) ? $"{metric.Name} of {metric.MeterName}." : metric.Description;

    private void Add(MetricType kind, in MetricPoint point)
    {
        var labels = MetricNames.Labels(point.Tags);
        switch (kind)
        {
            case MetricType.Histogram:
                AddHistogram(in point, labels);
                break;
            case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                Add("", labels, point.GetSumLong());
                break;
            case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                Add("", labels, point.GetSumDouble());
                break;
            case MetricType.LongGauge:
                Add("", labels, point.GetGaugeLastValueLong());
                break;
            default:
                Add("", labels, point.GetGaugeLastValueDouble());
                break;
        }
    }

    /// <summary>Each bucket holds what the ones below it hold too.</summary>
    private void AddHistogram(in MetricPoint point, string labels)
    {
        var below = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            var bound = $"le=\"{MetricNames.Number(bucket.ExplicitBound)}\"";
            Add("_bucket", labels.Length == 0 ? bound : $"{labels},{bound}", below);
        }

        Add("_sum", labels, point.GetHistogramSum());
        Add("_count", labels, point.GetHistogramCount());
    }

    private void Add(string suffix, string labels, double value) =>
        Lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name}{suffix}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {MetricNames.Number(value)}"));
}
