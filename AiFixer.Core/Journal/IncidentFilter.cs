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
    int Limit = 50)
{
    /// <summary>Those too that follow another; a text is looked for in them anyway.</summary>
    public bool WithFollowers { get; init; }

    /// <summary>Only those that follow this one.</summary>
    public IncidentId? Leader { get; init; }

    /// <summary>Only those about this target that follow no other.</summary>
    public string? Target { get; init; }

    /// <summary>Only those of this group of a sender that follow no other.</summary>
    public string? Group { get; init; }
}
