using AiFixer.Lark.Room;
using AiFixer.Simulation.Chat;
using AiFixer.Core.Alerts;
using AiFixer.Core.Ports;
using AiFixer.Simulation.Nodes;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Actors;

/// <summary>
/// Sends alerts about one account: again until the delivery is taken, some deliveries once more much later, and "firing"
/// again and again while the trouble lasts.
/// </summary>
internal sealed class Sender(Stage stage, Fleet fleet, string account, string fixes)
{
    private readonly string? group = stage.Plot.IsGrouped && stage.Sim.Chance.Percent(70) ? "one group" : null;

    private readonly Core.Severity severity = stage.Sim.Chance.Of(Core.Severity.P0, Core.Severity.P1, Core.Severity.P2);
    private int deliveries;

    /// <summary>Whether everything it began to send was taken.</summary>
    public bool IsDone { get; private set; }

    public async Task RunAsync()
    {
        await PauseAsync(0, 30);
        for (var rounds = stage.Sim.Chance.Between(1, 2); rounds > 0; rounds--)
            await TroubleAsync();
        IsDone = true;
    }

    private async Task TroubleAsync()
    {
        var since = stage.Clock.GetUtcNow();
        var late = new List<Task>();
        for (var repeats = stage.Sim.Chance.Between(1, 3); repeats > 0; repeats--)
        {
            var alert = Said(Alerts.Firing(account, since, fixes, $"{++deliveries}", severity, group));
            await UntilTakenAsync(alert);
            if (stage.Sim.Chance.Percent(30))
                late.Add(LaterAsync(alert));
            await PauseAsync(1, 60);
        }

        if (stage.Sim.Chance.Percent(40))
            await UntilTakenAsync(Alerts.Resolved(account, since, $"over {++deliveries}"));
        await Task.WhenAll(late);
        await PauseAsync(10, 200);
    }

    /// <summary>Every other one is a message in the chat, where there is one.</summary>
    private IncomingAlert Said(IncomingAlert plain)
    {
        var alert = Hostile.In(stage.Plot.IsStorm ? Storm.In(plain, account, deliveries) : plain, account, deliveries);
        return stage.HasChat && deliveries % 2 == 0
            ? alert with { Alert = new ChatAlert(SimChat.Room, $"om_alert_{account}_{deliveries}").On(alert.Alert) }
            : alert;
    }

    /// <summary>The same delivery, long after it was taken.</summary>
    private async Task LaterAsync(IncomingAlert alert)
    {
        await PauseAsync(1, 120);
        await UntilTakenAsync(alert);
    }

    private async Task UntilTakenAsync(IncomingAlert alert)
    {
        while (true)
        {
            var receipts = await fleet.AskAsync(host => host.ReportAsync([alert], CancellationToken.None));
            if (receipts is [{ Outcome: not ReportOutcome.Busy } receipt])
            {
                stage.Sim.Story.Tell(stage.Sim, $"the sender hears of {alert.InboxKey}: {receipt.Outcome} {receipt.Incident}");
                stage.Acknowledged.Alerts.Add((alert, receipt));
                return;
            }

            await PauseAsync(1, 5);
        }
    }

    private Task PauseAsync(int first, int last) => stage.Clock.PassAsync(stage.Sim.Chance.Seconds(first, last));
}
