namespace AiFixer.Core.Analysis.Facts;

/// <summary>A service began to run something else.</summary>
/// <param name="Sha">The newest commit in it; null where nobody says.</param>
public sealed record DeployFact(DateTimeOffset At, string? Service, string? Sha, string? Version, string Evidence);
