using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Reading;

internal sealed class IncidentQueries(Reader reader) : IIncidentQueries
{
    private const int LargestPage = 500;

    public async Task<IncidentPage> ListAsync(IncidentFilter filter, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(filter.Limit, 1, LargestPage);
        var query = new ListQuery(filter, limit + 1);
        var items = await reader.ListAsync(query.Text, IncidentRows.Item, cancellationToken, query.Parameters);
        return items.Count <= limit
            ? new(items, null)
            : new([.. items.Take(limit)], items[limit - 1].Id);
    }

    public async Task<IReadOnlyDictionary<IncidentStatus, long>> CountAsync(CancellationToken cancellationToken)
    {
        var counts = await reader.ListAsync(
            "select status, count(*) from incidents group by status",
            row => (Status: Names.Status(row.GetString(0)), Count: row.GetInt64(1)),
            cancellationToken);
        return counts.ToDictionary(count => count.Status, count => count.Count);
    }

    public Task PingAsync(CancellationToken cancellationToken) =>
        reader.ListAsync("select max(number) from schema_migrations", row => row.GetInt64(0), cancellationToken);
}
