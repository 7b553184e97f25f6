using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Store;

internal sealed class MemoryQueries(MemoryStore store, Action mustBeOpen) : IIncidentQueries
{
    public Task<IncidentPage> ListAsync(IncidentFilter filter, CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            mustBeOpen();
            var items = store.Incidents.Values
                .Where(one => filter.Statuses is not { Count: > 0 } statuses || statuses.Contains(one.Row.Status))
                .Where(one => filter.Leader is { } leader ? one.Row.Leader == leader : filter.WithFollowers || one.Row.Leader is null)
                .Where(one => filter.Before is not { } before || one.Id < before)
                .OrderByDescending(one => one.Id)
                .Select(one => new IncidentListItem(one.Id, one.Version, one.Row, one.Repeats, one.LastSeen, one.Followers))
                .Take(filter.Limit + 1)
                .ToList();
            return Task.FromResult(items.Count > filter.Limit
                ? new IncidentPage(items[..filter.Limit], items[filter.Limit - 1].Id)
                : new IncidentPage(items, null));
        }
    }

    public Task<IReadOnlyDictionary<IncidentStatus, long>> CountAsync(CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            mustBeOpen();
            return Task.FromResult<IReadOnlyDictionary<IncidentStatus, long>>(
                store.Incidents.Values.GroupBy(one => one.Row.Status).ToDictionary(group => group.Key, group => (long)group.Count()));
        }
    }

    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
