using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Audit;

/// <summary>Finds streams of earlier runs that have more entries than their last checkpoint says.</summary>
internal sealed class Seal(Reader reader, ILogger logger)
{
    public async Task<IReadOnlyList<(long Stream, StreamPosition Position)>> FindAsync(
        IReadOnlySet<long> own, Func<long, StreamPosition> covered, CancellationToken cancellationToken)
    {
        var ends = await reader.ListAsync(
            $"select id, {StreamWalk.End("streams.id")} from streams order by id",
            row => (Stream: row.GetInt64(0), Seq: row.GetInt64(1)),
            cancellationToken);
        var found = new List<(long, StreamPosition)>();
        foreach (var (stream, seq) in ends.Where(end => !own.Contains(end.Stream)))
        {
            if (seq < covered(stream).Seq)
                logger.EntriesMissing(stream, seq, covered(stream).Seq);
            else if (seq > covered(stream).Seq && await AdvanceAsync(stream, covered(stream), cancellationToken) is { } position)
                found.Add((stream, position));
        }

        return found;
    }

    /// <summary>Null when entries are missing: what is signed is signed for good.</summary>
    private Task<StreamPosition?> AdvanceAsync(long stream, StreamPosition from, CancellationToken cancellationToken) => reader.RunAsync(
        async connection =>
        {
            var walk = new StreamWalk(stream, from);
            long? gap = null;
            await walk.AdvanceAsync(connection, long.MaxValue, seq => gap ??= seq, cancellationToken);
            if (gap is { } missing)
                logger.StreamHasGap(stream, missing);
            return gap is null ? walk.Position : null;
        },
        cancellationToken);
}
