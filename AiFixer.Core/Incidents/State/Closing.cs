namespace AiFixer.Core.Incidents;

/// <summary>How an incident ended.</summary>
public sealed record Closing(ClosedBy How, DateTimeOffset At, string Note, Person? By = null);
