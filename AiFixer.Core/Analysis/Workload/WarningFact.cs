namespace AiFixer.Core.Analysis.Workload;

/// <summary>Something the platform warned about.</summary>
public sealed record WarningFact(string Object, string Reason, string Message, int Count, DateTimeOffset? LastSeen);
