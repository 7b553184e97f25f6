namespace AiFixer.Plugins.Loki;

/// <summary>A log line with its stream's labels.</summary>
internal sealed record LokiLine(long Nanoseconds, string Text, IReadOnlyDictionary<string, string> Labels);
