using AiFixer.Core.Journal;

namespace AiFixer.Core.Ports;

/// <summary>Reading for lists and pages. Never replays a journal.</summary>
public interface IIncidentQueries
{
    Task<IncidentPage> ListAsync(IncidentFilter filter, CancellationToken cancellationToken);

    /// <summary>How many incidents there are in each status.</summary>
    Task<IReadOnlyDictionary<Incidents.IncidentStatus, long>> CountAsync(CancellationToken cancellationToken);

    /// <summary>A cheap question that only a working store answers.</summary>
    Task PingAsync(CancellationToken cancellationToken);
}
