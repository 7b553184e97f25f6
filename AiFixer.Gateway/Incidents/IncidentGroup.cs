using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Gateway.Incidents;

/// <summary>Where an incident stands among others.</summary>
/// <param name="Leader">The incident that it follows; null when it goes its own way.</param>
/// <param name="Followers">How many follow it, or did to the end: a list with <c>leader</c> has them.</param>
/// <param name="Newest">The newest of those.</param>
/// <param name="Related">Others of the same group of a sender or about the same target, which are investigated by themselves.</param>
public sealed record IncidentGroup(string? Leader, long Followers, IReadOnlyList<IncidentSummary> Newest, IReadOnlyList<IncidentSummary> Related)
{
    internal static async Task<IncidentGroup> ReadAsync(
        IIncidentQueries queries, Incident state, StoredIncident stored, CancellationToken cancellationToken)
    {
        const int Most = 10;
        var followers = stored.Followers == 0 ? [] : await ListAsync(queries, new(Limit: Most) { Leader = state.Id }, cancellationToken);
        var related = new List<IncidentListItem>();
        if (stored.Row.Group.Length > 0)
            related.AddRange(await ListAsync(queries, new(Limit: Most) { Group = stored.Row.Group }, cancellationToken));
        if (stored.Row.Target.Length > 0)
            related.AddRange(await ListAsync(queries, new(Limit: Most) { Target = stored.Row.Target }, cancellationToken));
        var others = related.DistinctBy(item => item.Id).Where(item => item.Id != state.Id && item.Id != state.Group?.Leader);
        return new(
            state.Group?.Leader.Value,
            stored.Followers,
            [.. followers.Select(IncidentSummary.Of)],
            [.. others.OrderByDescending(item => item.Id).Take(Most).Select(IncidentSummary.Of)]);
    }

    private static async Task<IReadOnlyList<IncidentListItem>> ListAsync(IIncidentQueries queries, IncidentFilter filter, CancellationToken cancellationToken) =>
        (await queries.ListAsync(filter, cancellationToken)).Items;
}
