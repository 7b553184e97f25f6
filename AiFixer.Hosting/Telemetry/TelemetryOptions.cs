namespace AiFixer.Hosting.Telemetry;

/// <summary>Where traces, metrics and logs go over OTLP. The section <c>Telemetry</c>.</summary>
public sealed record TelemetryOptions
{
    /// <summary>The collector; null: nothing is exported, and nothing is traced.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>HTTP with protobuf; otherwise gRPC.</summary>
    public bool OverHttp { get; init; } = true;

    /// <summary>Sent with each export, such as <c>Authorization=Bearer …</c>: a secret.</summary>
    public string? Headers { get; init; }

    /// <summary>How long one export may take: 100 ms to one minute.</summary>
    public int TimeoutMilliseconds { get; init; } = 5_000;

    /// <summary>Spans, and log records, that wait for the collector; what finds no room is dropped and counted: 100 to 100,000.</summary>
    public int QueueSize { get; init; } = 4_096;

    /// <summary>How often spans and log records leave: 100 ms to one minute.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often metrics leave: 1 s to one hour.</summary>
    public TimeSpan MetricInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The share of incidents that is traced, 0 to 1; an incident is traced whole or not at all, in every process.</summary>
    public double SampleRatio { get; init; } = 1;

    public bool Traces { get; init; } = true;

    public bool Metrics { get; init; } = true;

    public bool Logs { get; init; } = true;

    /// <summary>Statements to PostgreSQL become spans: many, each for several incidents.</summary>
    public bool Database { get; init; }

    public string ServiceName { get; init; } = "aifixer";

    public bool IsOn => Endpoint is not null;
}
