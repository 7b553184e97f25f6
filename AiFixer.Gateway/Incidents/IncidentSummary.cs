using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Gateway.Incidents;

/// <summary>One line of a list.</summary>
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
    DateTimeOffset LastSeen)
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
        item.LastSeen);
}
