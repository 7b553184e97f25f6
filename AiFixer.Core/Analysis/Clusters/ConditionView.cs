namespace AiFixer.Core.Analysis.Clusters;

/// <summary>What a platform says about an object of its own.</summary>
public sealed record ConditionView(string Type, bool? IsTrue, string? Reason, string? Message);
