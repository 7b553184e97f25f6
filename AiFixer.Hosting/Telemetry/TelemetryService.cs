using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Sends traces and metrics while the process runs. It is started before everything that makes some, and stopped after.</summary>
internal sealed class TelemetryService(TelemetryOptions options) : IHostedService, IDisposable
{
    private const int LastWordsMilliseconds = 1_500;

    private TracerProvider? tracer;
    private MeterProvider? meter;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        tracer = options.Traces ? Tracer() : null;
        meter = options.Metrics ? Meter() : null;
        return Task.CompletedTask;
    }

    /// <summary>What still waits has a moment; a collector that is gone does not keep this process.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => tracer?.Shutdown(LastWordsMilliseconds), CancellationToken.None),
        Task.Run(() => meter?.Shutdown(LastWordsMilliseconds), CancellationToken.None));

    public void Dispose()
    {
        tracer?.Dispose();
        meter?.Dispose();
    }

    private TracerProvider Tracer()
    {
        var gate = new ExportGate("traces", options.QueueSize);
        var builder = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(ServiceResource.Of(options))
            .SetSampler(new WholeTraces(options.SampleRatio))
            .AddSource([.. TelemetryNames.Sources]);
        if (options.Database)
            builder.AddSource(TelemetryNames.Database);
        return builder.AddProcessor(new SpanQueue(new SpanExport(Exports.Of(options, "traces"), gate), gate, options)).Build();
    }

    private MeterProvider Meter() => Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(ServiceResource.Of(options))
        .AddBoundedMeters()
        .AddReader(new PeriodicExportingMetricReader(new MetricExport(Exports.Of(options, "metrics")), (int)options.MetricInterval.TotalMilliseconds, options.TimeoutMilliseconds))
        .Build();
}
