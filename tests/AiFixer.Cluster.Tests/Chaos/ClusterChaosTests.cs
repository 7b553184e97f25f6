using AiFixer.Cluster.Tests.Processes;
using AiFixer.EndToEnd.Crash;
using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Chaos;

/// <summary>
/// Three silos in processes of their own, killed again and again while incidents run in a practice world; clients speak to
/// them and to a gateway before them.
/// </summary>
[Collection(AloneCollection.Name)]
[Trait("Suite", "cluster-chaos")]
public sealed class ClusterChaosTests(SharedPostgres postgres)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(4);
    private readonly ChaosOptions options = ChaosOptions.Read();
    private readonly Ledger ledger = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_happens_twice_while_silos_are_killed()
    {
        await using var site = await ClusterSite.OpenAsync(postgres, options.Seed, Stop);
        await using var fleet = new SiloFleet(site);
        var troubles = await TroubleMaker.MakeAsync(site.World, options.Incidents, Stop);
        site.World.SetDelay(TimeSpan.FromMilliseconds(10));
        await fleet.StartAsync();
        await fleet.ExplainAsync(() => RunAsync(site, fleet, troubles));
    }

    private async Task RunAsync(ClusterSite site, SiloFleet fleet, IReadOnlyList<Trouble> troubles)
    {
        var killer = new Killer(fleet, new(options.Seed));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var approving = new Approver(fleet, ledger).RunAsync(ending.Token);
        var sending = SendAsync(fleet, troubles);
        await killer.RunAsync(TimeSpan.FromSeconds(options.Seconds), Stop);
        await sending.WaitAsync(Rest, TimeProvider.System, Stop);
        var incidents = await fleet.SettledAsync(Stop);
        await ending.CancelAsync();
        await approving.ContinueWith(_ => { }, TaskScheduler.Default);

        await ReportAsync(site, killer, incidents);
        Promises.Broken(incidents, troubles, ledger, site.World).ShouldBeEmpty();
        foreach (var slot in fleet.Slots.Prepend(fleet.Door))
            (await slot.StopAsync()).ShouldBe(0);
        var (code, output) = await fleet.VerifyAuditAsync();
        code.ShouldBe(0, output);
        killer.Kills.ShouldNotBeEmpty();
    }

    /// <summary>Alerts come in as long as silos are killed.</summary>
    private async Task SendAsync(SiloFleet fleet, IReadOnlyList<Trouble> troubles)
    {
        var senders = new Senders(fleet, ledger);
        var sending = new List<Task>();
        var pause = TimeSpan.FromSeconds(options.Seconds) * 0.9 / troubles.Count;
        foreach (var trouble in troubles)
        {
            sending.Add(senders.SendAsync(trouble, Stop));
            await Tick.AfterAsync(pause, Stop);
        }

        await Task.WhenAll(sending);
    }

    private async Task ReportAsync(ClusterSite site, Killer killer, IReadOnlyList<IncidentView> incidents)
    {
        var times = await MoveTimes.ReadAsync(site.Database, killer.Kills);
        Console.WriteLine(
            $"cluster chaos, seed {options.Seed}: {killer.Kills.Count} silos killed in {options.Seconds} s, {incidents.Count} incidents "
            + $"({incidents.Count(incident => incident.Status == "escalated")} in a person's hands), {ledger.Alerts.Count} alerts and {ledger.Clicks.Count} clicks acknowledged, "
            + $"{ledger.Duplicates} duplicates refused, {ledger.Unanswered} requests unanswered, {site.World.Record.Count(entry => entry.Changed)} writes in the world; "
            + $"{times.Count} incidents of killed silos went on after {At(times, 0.5):0.0} s (median), {At(times, 0.9):0.0} s (9 of 10), {At(times, 1):0.0} s (worst)");
    }

    private static double At(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[(int)Math.Ceiling((sorted.Count - 1) * share)];
}
