namespace AiFixer.Core.Analysis.Facts;

/// <summary>A feature flag was turned.</summary>
public sealed record FlagFact(DateTimeOffset At, string? Service, string Flag, string? Change, string Evidence);
