using OpenTelemetry.Metrics;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Everything that is measured, with an end to how many series one metric can have.</summary>
public static class BoundedMeters
{
    /// <summary>What is beyond goes into one series, labelled <c>otel_metric_overflow</c>.</summary>
    public const int MostSeries = 500;

    public static MeterProviderBuilder AddBoundedMeters(this MeterProviderBuilder builder) => builder
        .AddMeter([.. TelemetryNames.Meters])
        .AddView("*", new MetricStreamConfiguration { CardinalityLimit = MostSeries });
}
