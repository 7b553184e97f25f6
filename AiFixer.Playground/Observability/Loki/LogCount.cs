namespace AiFixer.Playground.Observability.Loki;

/// <summary>Lines counted over a length of time.</summary>
/// <param name="PerSecond">Whether the number is per second.</param>
/// <param name="By">The labels by which counts are added up; null where every stream keeps its own.</param>
internal sealed record LogCount(TimeSpan Range, bool PerSecond, IReadOnlyList<string>? By);
