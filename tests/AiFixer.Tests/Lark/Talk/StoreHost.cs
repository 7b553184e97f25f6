using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Running;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Lark.Talk;

/// <summary>Incidents on a real store that nobody works on, and a note of every alert that was reported.</summary>
internal sealed class StoreHost : IIncidentHost, IChangeSink
{
    private readonly IncidentRunner _runner;

    public StoreHost(IJournal journal, TimeProvider time)
    {
        var options = new EngineOptions();
        _runner = new(journal, new(journal, Given.Review, options, time), new(0), this, options);
    }

    public List<IncomingAlert> Reported { get; } = [];

    /// <summary>What the next reports come to; opened when there is none.</summary>
    public Queue<ReportOutcome> Outcomes { get; } = new();

    public Task<IReadOnlyList<ReportReceipt>> ReportAsync(IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken)
    {
        var receipts = alerts.Select(alert => new ReportReceipt(
            Reported.Exists(other => other.InboxKey == alert.InboxKey) ? ReportOutcome.Duplicate : Outcomes.TryDequeue(out var next) ? next : ReportOutcome.Opened)).ToList();
        Reported.AddRange(alerts.Where((_, i) => receipts[i].Outcome is not (ReportOutcome.Duplicate or ReportOutcome.Busy)));
        return Task.FromResult<IReadOnlyList<ReportReceipt>>(receipts);
    }

    public async Task<TellReceipt> TellAsync(IncidentId id, PersonInput input, CancellationToken cancellationToken) =>
        Receipts.Of(await _runner.TellAsync(id, input, cancellationToken));

    public IAsyncEnumerable<IncidentChange> ChangesAsync(IncidentId? only, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody watches.");

    public void Changed(Incident state, long version)
    {
        // What follows is told by the store.
    }
}
