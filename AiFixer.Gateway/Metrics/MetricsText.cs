using AiFixer.Hosting.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AiFixer.Gateway.Metrics;

/// <summary>Collects what this process measures when somebody asks, as Prometheus' text format has it.</summary>
internal sealed class MetricsText : IDisposable
{
    private readonly Lock gate = new();
    private readonly TextExporter exporter = new();
    private readonly BaseExportingMetricReader reader;
    private readonly MeterProvider provider;

    public MetricsText()
    {
        reader = new(exporter);
        provider = Sdk.CreateMeterProviderBuilder().AddBoundedMeters().AddReader(reader).Build();
    }

    public string Collect()
    {
        lock (gate)
        {
            reader.Collect();
            return exporter.Text;
        }
    }

    public void Dispose()
    {
        provider.Dispose();
        reader.Dispose();
        exporter.Dispose();
    }
}
