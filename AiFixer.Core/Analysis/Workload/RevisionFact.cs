namespace AiFixer.Core.Analysis.Workload;

/// <summary>One revision of a workload.</summary>
public sealed record RevisionFact(int Number, string TemplateHash, DateTimeOffset CreatedAt, string Image, int Replicas, int Ready);
