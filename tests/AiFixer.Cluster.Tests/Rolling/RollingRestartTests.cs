using AiFixer.Cluster.Tests.Processes;
using AiFixer.EndToEnd.Crash;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Rolling;

/// <summary>Every silo is stopped and started in turn, as for an upgrade, while alerts and clicks go on.</summary>
[Collection(AloneCollection.Name)]
[Trait("Suite", "cluster-chaos")]
public sealed class RollingRestartTests(SharedPostgres postgres)
{
    private const int Incidents = 60;
    private static readonly TimeSpan BetweenAlerts = TimeSpan.FromMilliseconds(300);
    private readonly Ledger ledger = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_click_and_no_alert_fails_while_every_silo_is_restarted_in_turn()
    {
        await using var site = await ClusterSite.OpenAsync(postgres, seed: 1, Stop);
        await using var fleet = new SiloFleet(site);
        var troubles = await TroubleMaker.MakeAsync(site.World, Incidents, Stop);
        await fleet.StartAsync();
        using var service = new Failover(fleet);
        await fleet.ExplainAsync(() => RunAsync(site, fleet, service, troubles));
    }

    private async Task RunAsync(ClusterSite site, SiloFleet fleet, Failover service, IReadOnlyList<Trouble> troubles)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var approving = new Approver(service, ledger).RunAsync(ending.Token);
        var sending = SendAsync(service, troubles);
        foreach (var slot in fleet.Slots)
        {
            (await slot.StopAsync()).ShouldBe(0, slot.Log);
            await slot.StartAsync();
        }

        await sending;
        var incidents = await fleet.SettledAsync(Stop);
        await ending.CancelAsync();
        await approving.ContinueWith(_ => { }, TaskScheduler.Default);

        Console.WriteLine($"rolling restart: {ledger.Alerts.Count} alerts and {ledger.Clicks.Count} clicks, {ledger.Unanswered} without an answer");
        service.Answers.Where(answer => answer.Code is not (200 or 202 or 409)).ShouldBeEmpty();
        service.Answers.Count(answer => answer.Code == 409).ShouldBe(ledger.Clicks.Count, "only a second click is refused");
        ledger.Unanswered.ShouldBe(0);
        ledger.Clicks.ShouldNotBeEmpty();
        Promises.Broken(incidents, troubles, ledger, site.World).ShouldBeEmpty();
    }

    private async Task SendAsync(Failover service, IReadOnlyList<Trouble> troubles)
    {
        var senders = new Senders(service, ledger);
        foreach (var trouble in troubles)
        {
            await senders.SendAsync(trouble, Stop);
            await Tick.AfterAsync(BetweenAlerts, Stop);
        }
    }
}
