namespace AiFixer.Core.Incidents.Grouping;

/// <summary>How alerts that come together are investigated together.</summary>
public sealed record GroupingOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>How long after an incident was opened alerts of its group or about its target follow it.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Severities that neither lead nor follow: these are investigated at once.</summary>
    public IReadOnlyList<Severity> Bypass { get; init; } = [Severity.P0];

    /// <summary>When one that follows looks after its leader for the first time; then after twice as long, and so on.</summary>
    public TimeSpan FirstLook { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>It looks at least this often.</summary>
    public TimeSpan LongestLook { get; init; } = TimeSpan.FromHours(1);

    public bool Bypasses(Severity severity) => Bypass.Contains(severity);
}
