using AiFixer.Core.Incidents;

namespace AiFixer.Core.Journal;

/// <summary>Which incidents a list wants, newest first.</summary>
/// <param name="Text">Words to find in title, target or id; letters' case does not matter.</param>
/// <param name="Before">Continues after the last incident of the page before.</param>
public sealed record IncidentFilter(
    IReadOnlyList<IncidentStatus>? Statuses = null,
    IReadOnlyList<Severity>? Severities = null,
    string? Text = null,
    IncidentId? Before = null,
    int Limit = 50);
