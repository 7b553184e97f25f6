using OpenTelemetry;
using OpenTelemetry.Logs;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Log records on their way to the collector; a thread of its own sends them.</summary>
internal sealed class LogQueue(LogExport export, ExportGate gate, TelemetryOptions options) : BatchLogRecordExportProcessor(
    export, options.QueueSize, (int)options.Delay.TotalMilliseconds, options.TimeoutMilliseconds, Math.Min(512, options.QueueSize))
{
    public override void OnEnd(LogRecord data)
    {
        if (gate.TryEnter())
            base.OnEnd(data);
    }
}
