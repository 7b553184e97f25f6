using System.Text.Json.Nodes;

namespace AiFixer.Playground.Observability;

/// <summary>What monitoring has seen of a world, living or frozen.</summary>
internal interface ITelemetry
{
    DateTimeOffset Now { get; }

    IReadOnlyList<MetricSeries> Metrics { get; }

    IReadOnlyList<LogRecord> Logs { get; }

    IReadOnlyList<TraceSpan> Spans { get; }

    /// <summary>What the database's monitoring says; null when there is none.</summary>
    JsonObject? Database { get; }

    /// <summary>Commits, deploys, flags and announcements; null when nobody keeps them.</summary>
    JsonObject? Changes { get; }

    /// <summary>What is known of a metric; null when nothing is.</summary>
    MetricMetadata? Metadata(string metric);
}
