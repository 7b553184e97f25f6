using System.Diagnostics.Metrics;

namespace AiFixer.Hosting.Telemetry;

/// <summary>How telling others what happens here goes.</summary>
internal static class TelemetryInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "AiFixer.Telemetry";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Sent =
        Meter.CreateCounter<long>("aifixer.telemetry.exported", description: "Spans, log records and metrics that the collector took.");

    private static readonly Counter<long> Lost = Meter.CreateCounter<long>(
        "aifixer.telemetry.dropped", description: "Spans, log records and metrics that nobody has: there was no room to wait for the collector, or it did not take them.");

    public static void Exported(string signal, long count) => Sent.Add(count, new KeyValuePair<string, object?>("signal", signal));

    public static void Dropped(string signal, string reason, long count) =>
        Lost.Add(count, new("signal", signal), new("reason", reason));
}
