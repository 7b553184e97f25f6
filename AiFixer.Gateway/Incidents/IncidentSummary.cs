using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Gateway.Incidents;

/// <summary>One line of a list.</summary>
/// <param name="Leader">The incident that it follows.</param>
/// <param name="Followers">How many follow it, or did to the end; its severity is that of the worst of them.</param>
public sealed record IncidentSummary(
    string Id,
    long Version,
    IncidentStatus Status,
    Severity Severity,
    string Title,
    string Target,
    DateTimeOffset OpenedAt,
    DateTimeOffset UpdatedAt,
    long Repeats,
    DateTimeOffset LastSeen,
    string? Leader,
    long Followers)
{
    public static IncidentSummary Of(IncidentListItem item) => new(
        item.Id.Value,
        item.Version,
        item.Row.Status,
        item.Row.Severity,
        item.Row.Title,
        item.Row.Target,
        item.Row.OpenedAt,
        item.Row.UpdatedAt,
        item.Repeats,
        item.LastSeen,
        item.Row.Leader?.Value,
        item.Followers);
}
