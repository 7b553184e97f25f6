using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Engine.Nodes;

/// <summary>Asks the store what a part of all incidents owes.</summary>
internal sealed class ShardScan(IJournal journal, IIncidentQueries queries, EngineOptions options, WorkflowRules rules, TimeProvider time)
{
    private const int PageSize = 200;

    public DateTimeOffset Now => time.GetUtcNow();

    public EngineOptions Options => options;

    /// <summary>What is due, each with its place in a queue; the most urgent first.</summary>
    public async Task<IReadOnlyList<DueWork>> DueAsync(IncidentShard shard, CancellationToken cancellationToken) =>
        [.. (await journal.DueAsync(time.GetUtcNow(), options.QueueLength, shard, cancellationToken)).Select(due => new DueWork(due.Id, WorkPlace.Of(due, rules.Grouping)))];

    /// <summary>Calls that are out and fixes that are watched: nothing is due of them for long, and who had them may be gone.</summary>
    public async Task<IReadOnlyList<IncidentId>> UnderWayAsync(IncidentShard shard, CancellationToken cancellationToken)
    {
        var found = new List<IncidentId>();
        var filter = new IncidentFilter([IncidentStatus.Executing, IncidentStatus.Verifying], Limit: PageSize);
        do
        {
            var page = await queries.ListAsync(filter, cancellationToken);
            found.AddRange(page.Items.Select(item => item.Id).Where(shard.Has));
            filter = filter with { Before = page.Next };
        }
        while (filter.Before is not null);
        return found;
    }
}
