using OpenTelemetry;
using OpenTelemetry.Logs;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Sends log records, and counts what became of them.</summary>
internal sealed class LogExport(BaseExporter<LogRecord> exporter, ExportGate gate) : BaseExporter<LogRecord>
{
    public override ExportResult Export(in Batch<LogRecord> batch)
    {
        var count = batch.Count;
        var result = ExportResult.Failure;
        try
        {
            return result = exporter.Export(in batch);
        }
        finally
        {
            gate.Leave(count, result == ExportResult.Success);
        }
    }
}
