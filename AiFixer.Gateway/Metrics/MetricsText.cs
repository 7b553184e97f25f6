using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AiFixer.Gateway.Metrics;

/// <summary>Collects what this process measures when somebody asks, as Prometheus' text format has it.</summary>
internal sealed class MetricsText : IDisposable
{
    private static readonly string[] Meters =
    [
        AiFixer.Plugins.Hosting.PluginInstruments.Name, AiFixer.Engine.Policy.PolicyInstruments.Name, AiFixer.Lark.LarkInstruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    private readonly Lock gate = new();
    private readonly TextExporter exporter = new();
    private readonly BaseExportingMetricReader reader;
    private readonly MeterProvider provider;

    public MetricsText()
    {
        reader = new(exporter);
        provider = Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddReader(reader).Build();
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
