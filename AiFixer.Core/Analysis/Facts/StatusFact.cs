namespace AiFixer.Core.Analysis.Facts;

/// <summary>What a provider or a platform says about itself.</summary>
public sealed record StatusFact(DateTimeOffset At, string Text, string Evidence);
