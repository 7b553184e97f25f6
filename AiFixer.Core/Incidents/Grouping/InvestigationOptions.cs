namespace AiFixer.Core.Incidents.Grouping;

/// <summary>How much is investigated. What bypasses groups is never held back.</summary>
public sealed record InvestigationOptions
{
    /// <summary>How many incidents a process diagnoses at the same time.</summary>
    public int AtOnce { get; init; } = 24;

    /// <summary>How many incidents of one origin (a way in, and a namespace, service or job) are investigated within an hour; 0 for any number.</summary>
    public int PerHour { get; init; }
}
