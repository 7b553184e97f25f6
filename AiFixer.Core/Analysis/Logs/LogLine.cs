namespace AiFixer.Core.Analysis.Logs;

/// <summary>A line that a program wrote, and when.</summary>
public sealed record LogLine(DateTimeOffset Time, string Text);
