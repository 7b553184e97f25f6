using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Core.Secrets;
using AiFixer.Engine.Grouping;
using AiFixer.Engine.Running;
using AiFixer.Engine.Telemetry;

namespace AiFixer.Engine.Reporting;

/// <summary>Takes alerts: opens an incident, or tells the one that is open for the same trouble.</summary>
internal sealed class AlertReporter(
    IJournal journal, GroupedOpening opening, LeaderTelling telling, IncidentRunner runner, IIdSource ids, EngineOptions options, TimeProvider time)
{
    private const int AtOnce = 256;
    private const int MostTries = 3;

    public async Task<IReadOnlyList<ReportReceipt>> ReportAsync(
        IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken)
    {
        if (alerts.Count == 1)
            return [await ReportAsync(alerts[0], cancellationToken)];
        var receipts = new List<ReportReceipt>(alerts.Count);
        foreach (var chunk in alerts.Chunk(AtOnce))
        {
            // On a thread of its own: that of the last answer has others to give.
            await Task.Yield();
            receipts.AddRange(await Task.WhenAll(chunk.Select(alert => ReportAsync(alert, cancellationToken))));
        }

        return receipts;
    }

    private async Task<ReportReceipt> ReportAsync(IncomingAlert sent, CancellationToken cancellationToken)
    {
        var incoming = AlertMask.Of(sent);
        var receipt = incoming.Firing ? await FiresAsync(incoming, cancellationToken) : await ClearsAsync(incoming, cancellationToken);
        EngineInstruments.Reported(receipt.Outcome);
        return receipt;
    }

    private async Task<ReportReceipt> FiresAsync(IncomingAlert incoming, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            var id = ids.NewIncident(time.GetUtcNow());
            switch (await OpenAsync(id, incoming, cancellationToken))
            {
                case WriteResult.Written written:
                    runner.Opened(written.Held);
                    return new(ReportOutcome.Opened, id);
                case WriteResult.ClaimLost lost when IsInbox(lost.Key):
                    if (incoming.Named || !await StillFiresAsync(lost.Holder, cancellationToken))
                        return await CountAsync(lost.Holder, ReportOutcome.Duplicate, cancellationToken);
                    incoming = incoming with { InboxKey = $"{incoming.InboxKey}/after/{lost.Holder}" };
                    break;
                case WriteResult.ClaimLost lost:
                    if (await RepeatsAsync(lost.Holder, incoming, cancellationToken) is { } receipt)
                        return receipt;
                    break;
                case WriteResult.Impossible impossible:
                    return new(ReportOutcome.Refused, Reason: impossible.Reason);
                case WriteResult.Busy busy:
                    return new(ReportOutcome.Busy, Reason: busy.Reason);
            }
        }

        return new(ReportOutcome.Busy, Reason: "The incident for this trouble keeps changing.");
    }

    private async Task<WriteResult> OpenAsync(IncidentId id, IncomingAlert incoming, CancellationToken cancellationToken)
    {
        using var span = IncidentSpans.Opening(id, incoming);
        var result = await opening.OpenAsync(id, span is null ? incoming : incoming with { Span = span.Id }, cancellationToken);
        if (result is not WriteResult.Written)
            span?.Forget();
        return result;
    }

    /// <summary>Null when the incident that held the fingerprint was closed meanwhile.</summary>
    private async Task<ReportReceipt?> RepeatsAsync(IncidentId holder, IncomingAlert incoming, CancellationToken cancellationToken)
    {
        var told = await runner.TellAsync(holder, new AlertInput(incoming.Alert, true, incoming.Truncated, incoming.InboxKey) { Named = incoming.Named }, cancellationToken);
        if (told is WriteResult.Written { Held.State: { Group: { } group } follower } && follower.Status.IsOpen())
            await telling.TellAsync(new(group.Leader), follower.Severity, cancellationToken);
        return told switch
        {
            WriteResult.Nothing { Held.State.Status: var status } when !status.IsOpen() => null,
            WriteResult.Nothing => await CountAsync(holder, ReportOutcome.Repeated, cancellationToken, incoming.Named ? DeliveryClaim.Of(incoming.InboxKey, named: true, options) : null),
            WriteResult.Written => await CountAsync(holder, ReportOutcome.Repeated, cancellationToken),
            WriteResult.ClaimLost lost => await CountAsync(lost.Holder, ReportOutcome.Duplicate, cancellationToken),
            WriteResult.Busy busy => new(ReportOutcome.Busy, holder, busy.Reason),
            WriteResult.Impossible impossible => new(ReportOutcome.Refused, holder, impossible.Reason),
            _ => null,
        };
    }

    /// <summary>A fix was verified a while ago and the sender still says the same: that is trouble again, not an echo.</summary>
    private async Task<bool> StillFiresAsync(IncidentId holder, CancellationToken cancellationToken)
    {
        var held = await runner.FindAsync(holder, cancellationToken);
        return held?.State.Closing is { How: ClosedBy.Verification or ClosedBy.Group } closing
            && time.GetUtcNow() - closing.At > options.StillFiringGrace;
    }

    private async Task<ReportReceipt> ClearsAsync(IncomingAlert incoming, CancellationToken cancellationToken)
    {
        var holder = await journal.HolderAsync(ClaimKeys.Open(incoming.Alert.Fingerprint), cancellationToken);
        if (holder is not { } id)
            return new(ReportOutcome.NothingToClear);
        var told = await runner.TellAsync(id, new AlertInput(incoming.Alert, false, incoming.Truncated), cancellationToken);
        return told switch
        {
            WriteResult.Written => new(ReportOutcome.Cleared, id),
            WriteResult.Busy busy => new(ReportOutcome.Busy, id, busy.Reason),
            WriteResult.Impossible impossible => new(ReportOutcome.Refused, id, impossible.Reason),
            _ => new(ReportOutcome.NothingToClear, id),
        };
    }

    /// <param name="delivery">What is to be known again; what changed the incident is known from that.</param>
    private async Task<ReportReceipt> CountAsync(IncidentId holder, ReportOutcome outcome, CancellationToken cancellationToken, Claim? delivery = null) =>
        await journal.CountAsync(new Repeat(holder, time.GetUtcNow()) { Delivery = delivery }, cancellationToken)
            ? new(outcome, holder)
            : new(ReportOutcome.Busy, holder, "The queue is full.");

    private static bool IsInbox(string key) => key.StartsWith(ClaimKeys.Inbox(""), StringComparison.Ordinal);
}
