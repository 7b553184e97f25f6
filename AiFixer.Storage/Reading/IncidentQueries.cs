using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Counting;
using AiFixer.Storage.Migrations;

namespace AiFixer.Storage.Reading;

internal sealed class IncidentQueries(Reader reader, StatusTally tally, SchemaCheck schema, TimeProvider time) : IIncidentQueries
{
    private const int LargestPage = 500;
    private readonly TextSearch _search = new(reader, time);

    public async Task<IncidentPage> ListAsync(IncidentFilter filter, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(filter.Limit, 1, LargestPage);
        var query = new ListQuery(filter);
        if (query.HasWords)
            return await _search.FindAsync(filter, limit, cancellationToken);
        var (text, parameters) = query.Page(limit + 1);
        var items = await reader.ListAsync(text, IncidentRows.Item, cancellationToken, parameters);
        return items.Count <= limit
            ? new(items, null)
            : new([.. items.Take(limit)], items[limit - 1].Id);
    }

    public Task<IReadOnlyDictionary<IncidentStatus, long>> CountAsync(CancellationToken cancellationToken) =>
        tally.ReadAsync(cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => schema.AssertMigratedAsync(cancellationToken);
}
