using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Sends spans, and counts what became of them.</summary>
internal sealed class SpanExport(OtlpExporterOptions options, ExportGate gate) : OtlpTraceExporter(options)
{
    public override ExportResult Export(in Batch<Activity> activityBatch)
    {
        var count = activityBatch.Count;
        var result = ExportResult.Failure;
        try
        {
            return result = base.Export(in activityBatch);
        }
        finally
        {
            gate.Leave(count, result == ExportResult.Success);
        }
    }
}
