namespace AiFixer.Playground.Observability;

/// <summary>A log line of a stream.</summary>
internal sealed record LogRecord(DateTimeOffset At, LabelSet Labels, string Line);
