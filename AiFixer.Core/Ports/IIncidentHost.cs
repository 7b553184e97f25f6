using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Ports;

/// <summary>What the gateway talks to, whichever host runs the incidents.</summary>
public interface IIncidentHost
{
    /// <summary>
    /// Takes alerts. Every receipt that is not <see cref="ReportOutcome.Busy"/> or <see cref="ReportOutcome.Refused"/>
    /// is on disk when this returns. Throws <see cref="JournalUnavailableException"/> when the store is gone.
    /// </summary>
    Task<IReadOnlyList<ReportReceipt>> ReportAsync(IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken);

    /// <summary>Tells an incident what a person decided. An accepted decision is on disk when this returns.</summary>
    Task<TellReceipt> TellAsync(IncidentId id, PersonInput input, CancellationToken cancellationToken);

    /// <summary>
    /// Every change from the first step of reading on; a slow reader misses changes rather than slowing others.
    /// </summary>
    /// <param name="only">The incident that is watched; null for all.</param>
    IAsyncEnumerable<IncidentChange> ChangesAsync(IncidentId? only, CancellationToken cancellationToken);
}
