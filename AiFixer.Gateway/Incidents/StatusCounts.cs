using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Gateway.Incidents;

/// <summary>How many incidents there are in each status, counted at most once a second however many pages ask.</summary>
internal sealed class StatusCounts(IIncidentQueries queries, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim counting = new(1, 1);
    private (long At, IReadOnlyDictionary<IncidentStatus, long> Counts)? last;

    public async Task<IReadOnlyDictionary<IncidentStatus, long>> ReadAsync(CancellationToken cancellationToken)
    {
        await counting.WaitAsync(cancellationToken);
        try
        {
            if (last is { } known && time.GetElapsedTime(known.At) < Fresh)
                return known.Counts;
            var at = time.GetTimestamp();
            var counts = await queries.CountAsync(cancellationToken);
            last = (at, counts);
            return counts;
        }
        finally
        {
            counting.Release();
        }
    }

    public void Dispose() => counting.Dispose();
}
