using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Reading;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Changes;

/// <summary>
/// Follows the streams of the processes that may write: those that have a lease, and those that had one when they were
/// last looked at, once more. Without a lease nothing is added to a stream.
/// </summary>
internal sealed class ChangeLog(Reader reader) : IChangeLog
{
    private const int PageSize = 200;
    private const string Leased = "holder in (select holder from leases)";

    public async Task<ChangePosition> EndAsync(CancellationToken cancellationToken)
    {
        var (newest, ends) = await StreamsAsync($"{Leased} or id = (select max(id) from streams)", 0, cancellationToken);
        return new(newest, ends);
    }

    public async Task<ChangePage> AfterAsync(ChangePosition position, CancellationToken cancellationToken)
    {
        // Streams first: what is written while we read is found by the next look.
        var (newest, live) = await StreamsAsync($"{Leased} or id > @newest", position.Newest, cancellationToken);
        var from = Starts(position, live);
        var rows = from.Count == 0 ? [] : await RowsAsync(from, cancellationToken);
        var isLast = rows.Count < PageSize;
        return new(
            [.. rows.Select(row => row.Change).DistinctBy(change => change.Id)],
            new(newest, Ends(isLast ? live.Keys : from.Keys, from, rows)),
            isLast);
    }

    /// <summary>
    /// A stream that began since is read from its begin. An older one that was not there before is read from a little
    /// before its end: its number may have been given out long before it was seen, and to hear of a change twice is harmless.
    /// </summary>
    private static Dictionary<long, long> Starts(ChangePosition position, IReadOnlyDictionary<long, long> live)
    {
        var from = new Dictionary<long, long>(position.Ends);
        foreach (var (stream, end) in live)
            from.TryAdd(stream, stream > position.Newest ? 0 : Math.Max(end - PageSize, 0));
        return from;
    }

    private static Dictionary<long, long> Ends(IEnumerable<long> streams, Dictionary<long, long> from, IReadOnlyList<ChangeRow> rows)
    {
        var ends = streams.ToDictionary(stream => stream, stream => from[stream]);
        foreach (var row in rows.Where(row => ends.ContainsKey(row.Stream)))
            ends[row.Stream] = Math.Max(ends[row.Stream], row.Seq);
        return ends;
    }

    private async Task<(long Newest, IReadOnlyDictionary<long, long> Ends)> StreamsAsync(
        string condition, long newest, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            $"select id, coalesce((select max(seq) from entries where stream = streams.id), 0) from streams where {condition}",
            row => (Id: row.GetInt64(0), End: row.GetInt64(1)),
            cancellationToken,
            ("newest", newest));
        return (found.Select(stream => stream.Id).Append(newest).Max(), found.ToDictionary(stream => stream.Id, stream => stream.End));
    }

    private Task<IReadOnlyList<ChangeRow>> RowsAsync(Dictionary<long, long> from, CancellationToken cancellationToken)
    {
        var streams = from.Select((stream, i) =>
            $"select * from (select stream, seq, incident from entries where stream = @stream{i} and seq > @after{i} order by seq limit {PageSize}) as s{i}");
        return reader.ListAsync(
            $"""
            select e.stream, e.seq, e.incident, x.version, x.status
            from (select * from ({string.Join(" union all ", streams)}) as every order by seq limit {PageSize}) as e
            join incidents as x on x.id = e.incident
            """,
            row => new ChangeRow(row.GetInt64(0), row.GetInt64(1), new(new(row.GetString(2)), row.GetInt64(3), Names.Status(row.GetString(4)))),
            cancellationToken,
            [.. from.SelectMany((stream, i) => new (string, object?)[] { ($"stream{i}", stream.Key), ($"after{i}", stream.Value) })]);
    }
}
