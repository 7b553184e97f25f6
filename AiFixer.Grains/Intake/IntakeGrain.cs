using System.Text.Json;
using AiFixer.Core.Alerts;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;
using AiFixer.Grains.Wire;
using Orleans.Concurrency;

namespace AiFixer.Grains.Intake;

/// <summary>Any silo takes alerts: the claim on the fingerprint decides which of two opens the incident.</summary>
[StatelessWorker]
[Reentrant]
internal sealed class IntakeGrain(EngineNode node) : Grain, IIntakeGrain
{
    public async Task<Letter> ReportAsync(Letter alerts, CancellationToken cancellationToken) =>
        Letters.Write(await ReceiptsAsync(alerts, cancellationToken), WireJson.Default.IReadOnlyListReportReceipt);

    private async Task<IReadOnlyList<ReportReceipt>> ReceiptsAsync(Letter letter, CancellationToken cancellationToken)
    {
        try
        {
            return await ReportAsync(Letters.Read(letter, WireJson.Default.IReadOnlyListIncomingAlert), cancellationToken);
        }
        catch (JsonException e)
        {
            // One answer for all of them: how many there are cannot be read.
            return [new(ReportOutcome.Busy, Reason: e.Message)];
        }
    }

    private async Task<IReadOnlyList<ReportReceipt>> ReportAsync(IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken)
    {
        try
        {
            return await node.ReportAsync(alerts, cancellationToken);
        }
        catch (JournalUnavailableException e)
        {
            return [.. alerts.Select(_ => new ReportReceipt(ReportOutcome.Busy, Reason: e.Message))];
        }
    }
}
