using OpenTelemetry;
using OpenTelemetry.Logs;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Makes an exporter that others feed known to the provider: it is from there that it knows who it speaks for.</summary>
internal sealed class LogSource(BaseExporter<LogRecord> exporter) : BaseExportProcessor<LogRecord>(exporter)
{
    protected override void OnExport(LogRecord data)
    {
        // The queue brings what there is.
    }
}
