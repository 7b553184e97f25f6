namespace AiFixer.Core.Analysis.Databases;

/// <summary>What working sessions wait for.</summary>
public sealed record WaitFact(string Name, double Load);
