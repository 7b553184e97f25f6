using System.Diagnostics;
using OpenTelemetry;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Spans on their way to the collector; a thread of its own sends them.</summary>
internal sealed class SpanQueue(SpanExport export, ExportGate gate, TelemetryOptions options) : BatchActivityExportProcessor(
    export, options.QueueSize, (int)options.Delay.TotalMilliseconds, options.TimeoutMilliseconds, Math.Min(512, options.QueueSize))
{
    public override void OnEnd(Activity data)
    {
        if (!data.Recorded || !gate.TryEnter())
            return;
        SpanMask.Apply(data);
        base.OnEnd(data);
    }
}
