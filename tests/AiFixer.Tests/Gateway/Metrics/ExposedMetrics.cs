using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Engine.Policy;
using AiFixer.Engine.Scheduling;
using AiFixer.Engine.Telemetry;
using AiFixer.Gateway.Metrics;
using AiFixer.Hosting.Telemetry;
using AiFixer.Lark;
using AiFixer.Llm.Telemetry;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Tests.Gateway.Metrics;

/// <summary>The names of all that AiFixer can expose, whether it was measured yet or not.</summary>
internal static class ExposedMetrics
{
    private static readonly Type[] Instruments =
    [
        typeof(EngineInstruments), typeof(PolicyInstruments), typeof(PluginInstruments), typeof(LlmInstruments), typeof(LarkInstruments), typeof(TelemetryInstruments),
    ];

    public static async Task<IReadOnlySet<string>> NamesAsync()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var gauges = new EngineGauges(new WorkQueue(1), new NoLease());
        await gauges.StartAsync(CancellationToken.None);
        using var stopped = new StopGauge(NoPolicyFacts.Instance);
        await stopped.StartAsync(CancellationToken.None);
        foreach (var type in Instruments)
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        var names = new HashSet<string>(StringComparer.Ordinal) { "up" };
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (TelemetryNames.Meters.Contains(instrument.Meter.Name))
                names.UnionWith(Of(instrument));
        };
        listener.Start();
        return names;
    }

    private static IEnumerable<string> Of(Instrument instrument)
    {
        var kind = instrument.GetType().Name;
        var isHistogram = kind.StartsWith("Histogram", StringComparison.Ordinal);
        var isCounter = kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal);
        var name = MetricNames.Of(instrument.Name, instrument.Unit ?? "", isCounter, isGauge: !isCounter && !isHistogram);
        return isHistogram ? [$"{name}_bucket", $"{name}_sum", $"{name}_count"] : [name];
    }

    private sealed class NoLease : ILeaseView
    {
        public string Id => "";

        public TimeSpan ValidFor => TimeSpan.Zero;
    }
}
