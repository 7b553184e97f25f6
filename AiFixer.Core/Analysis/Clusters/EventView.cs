namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Something the platform warned about.</summary>
public sealed record EventView(string Kind, string Name, string Reason, string Message, int Count, DateTimeOffset? LastSeen);
