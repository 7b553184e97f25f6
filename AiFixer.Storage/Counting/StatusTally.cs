using AiFixer.Core.Incidents;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Reading;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Counting;

/// <summary>
/// How many incidents there are in each status. Counted in the database once, and then kept up with what is written;
/// counted again when others may have written too.
/// </summary>
internal sealed class StatusTally(Reader reader, Streams streams, bool alone, TimeProvider time)
{
    private const long NoStream = 0;
    private const int RestPerCount = 20;
    private static readonly TimeSpan LeastRest = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private StatusCount? _count;
    private List<(long Stream, long Seq, KeyValuePair<string, long>[] Changes)>? _meanwhile;
    private List<(long Total, KeyValuePair<string, long>[] Changes)>? _removed;
    private Task? _counting;
    private long _countedAt;
    private TimeSpan _rest;

    private long StreamId => streams.CurrentId ?? NoStream;

    /// <summary>A batch is on disk, and this is the stream's last entry now.</summary>
    public void Stored(long stream, long seq, StatusChanges changes)
    {
        lock (_gate)
        {
            _meanwhile?.Add((stream, seq, [.. changes.All]));
            if (_count is not null && stream == _count.Stream && seq > _count.Seq)
                Apply(_count, changes.All);
        }
    }

    /// <summary>Some were archived, and so many ever since.</summary>
    public void Removed(long total, IEnumerable<KeyValuePair<string, int>> statuses)
    {
        var changes = statuses.Select(one => KeyValuePair.Create(one.Key, -(long)one.Value)).ToArray();
        lock (_gate)
        {
            _removed?.Add((total, changes));
            if (_count is not null && total > _count.Removed)
                Apply(_count, changes);
        }
    }

    public async Task<IReadOnlyDictionary<IncidentStatus, long>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Begin() is { } counting)
            await counting.WaitAsync(cancellationToken);
        lock (_gate)
        {
            return _count!.Counts.Where(one => one.Value != 0).ToDictionary(one => Names.Status(one.Key), one => one.Value);
        }
    }

    /// <returns>The count that is under way; null when none is needed.</returns>
    private Task? Begin()
    {
        lock (_gate)
        {
            return _count is { } count && IsGood(count) ? null : _counting ??= CountAsync();
        }
    }

    // With a stream of its own a process that writes alone knows of every change.
    private bool IsGood(StatusCount count) =>
        count.Stream == StreamId && ((alone && count.Stream != NoStream) || time.GetElapsedTime(_countedAt) < _rest);

    private async Task CountAsync()
    {
        await Task.Yield();
        try
        {
            StatusCount count;
            long begin;
            do
            {
                begin = time.GetTimestamp();
                count = await StatusCount.ReadAsync(reader, Listen());
            }
            while (!TrySettle(count, begin));
        }
        finally
        {
            lock (_gate)
                (_counting, _meanwhile, _removed) = (null, null, null);
        }
    }

    private long Listen()
    {
        lock (_gate)
        {
            (_meanwhile, _removed) = ([], []);
            return StreamId;
        }
    }

    private bool TrySettle(StatusCount count, long begin)
    {
        lock (_gate)
        {
            if (StreamId != count.Stream)
                return false;
            foreach (var (_, _, changes) in _meanwhile!.Where(batch => batch.Stream == count.Stream && batch.Seq > count.Seq))
                Apply(count, changes);
            foreach (var (_, changes) in _removed!.Where(piece => piece.Total > count.Removed))
                Apply(count, changes);
            (_count, _countedAt) = (count, begin);
            var rest = time.GetElapsedTime(begin) * RestPerCount;
            _rest = rest > LeastRest ? rest : LeastRest;
            return true;
        }
    }

    private static void Apply(StatusCount count, IEnumerable<KeyValuePair<string, long>> changes)
    {
        foreach (var (status, change) in changes)
            count.Counts[status] = count.Counts.GetValueOrDefault(status) + change;
    }
}
