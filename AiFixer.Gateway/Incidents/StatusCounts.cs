using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Gateway.Incidents;

/// <summary>How many incidents there are in each status, for pages: the last that is known when a count takes its time.</summary>
internal sealed class StatusCounts(IIncidentQueries queries, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);
    private IReadOnlyDictionary<IncidentStatus, long>? last;

    /// <returns>Null as long as nothing is known.</returns>
    public async Task<IReadOnlyDictionary<IncidentStatus, long>?> ReadAsync(CancellationToken cancellationToken)
    {
        var counting = queries.CountAsync(cancellationToken);
        try
        {
            return last = await counting.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return last;
        }
    }
}
