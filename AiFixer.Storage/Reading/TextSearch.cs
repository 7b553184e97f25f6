using AiFixer.Core;
using AiFixer.Core.Journal;

namespace AiFixer.Storage.Reading;

/// <summary>
/// Looks for words in one incident after the other, newest first. An index over every part of every word would cost
/// more at each alert than it saves at a search; so a page ends, full or not, before its time is up with another turn, and says
/// where to go on.
/// </summary>
internal sealed class TextSearch(Reader reader, TimeProvider time)
{
    private const int Window = 1_000;
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(15);

    public async Task<IncidentPage> FindAsync(IncidentFilter filter, int limit, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        var found = new List<IncidentListItem>();
        var next = filter.Before;
        var (turn, spent) = (TimeSpan.Zero, TimeSpan.Zero);
        do
        {
            var query = new ListQuery(filter with { Before = next });
            next = await EndAsync(query, cancellationToken);
            found.AddRange(await ReadAsync(query, next, limit + 1 - found.Count, cancellationToken));
            var now = time.GetElapsedTime(begin);
            (turn, spent) = (now - spent, now);
        }
        while (found.Count <= limit && next is not null && spent + turn < Enough);
        return found.Count <= limit
            ? new(found, next)
            : new(found[..limit], found[limit - 1].Id);
    }

    private async Task<IncidentId?> EndAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var (text, parameters) = query.Window(Window);
        var ends = await reader.ListAsync<IncidentId?>(
            text, row => row.IsDBNull(0) ? null : new IncidentId(row.GetString(0)), cancellationToken, parameters);
        return ends[0];
    }

    private Task<IReadOnlyList<IncidentListItem>> ReadAsync(ListQuery query, IncidentId? end, int rows, CancellationToken cancellationToken)
    {
        var (text, parameters) = query.Found(end?.Value, rows);
        return reader.ListAsync(text, IncidentRows.Item, cancellationToken, parameters);
    }
}
