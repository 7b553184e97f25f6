using AiFixer.Core.Ports;

namespace AiFixer.Gateway.Intake;

/// <summary>What became of a delivery; all of it is on disk.</summary>
/// <param name="Received">How many alerts there were.</param>
/// <param name="Alerts">What became of each, in the order they were sent.</param>
internal sealed record DeliveryAnswer(int Received, IReadOnlyList<AlertAnswer> Alerts)
{
    public static DeliveryAnswer Of(IReadOnlyList<ReportReceipt> receipts)
    {
        var alerts = new AlertAnswer[receipts.Count];
        for (var i = 0; i < alerts.Length; i++)
            alerts[i] = new(receipts[i].Outcome, receipts[i].Incident?.Value, receipts[i].Reason);
        return new(alerts.Length, alerts);
    }
}
