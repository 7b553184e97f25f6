using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Sends metrics, and counts what became of them. They never queue: the next collection has everything again.</summary>
internal sealed class MetricExport(OtlpExporterOptions options) : OtlpMetricExporter(options)
{
    private const string Signal = "metrics";

    public override ExportResult Export(in Batch<Metric> metrics)
    {
        var count = metrics.Count;
        var result = base.Export(in metrics);
        if (result == ExportResult.Success)
            TelemetryInstruments.Exported(Signal, count);
        else
            TelemetryInstruments.Dropped(Signal, "not_taken", count);
        return result;
    }
}
