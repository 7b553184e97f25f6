using AiFixer.Cluster.Tests.Silos;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Outages;

/// <summary>The database of the incidents and of the membership goes away under two running silos.</summary>
public sealed class PostgresAwayTests(ITestOutputHelper output)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_acknowledged_meanwhile_nothing_is_lost_and_it_goes_on_by_itself()
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        var database = await postgres.CreateDatabaseAsync();
        await using var silos = new TwoSilos(folder => OneSilo.On(database, folder));
        await silos.ReadyAsync();
        (await silos.AlertAsync("before", 0)).ShouldBe(200);
        (await silos.AlertAsync("before", 1)).ShouldBe(200);

        await postgres.StopAsync();
        var refused = await Outage.MeanwhileAsync(async turn => (await silos.AlertAsync("meanwhile", turn)).ShouldBe(503), Stop);
        foreach (var silo in silos.All)
            (await silo.Api.StatusAsync("livez")).ShouldBe(200);
        await postgres.StartAsync();
        var started = TimeProvider.System.GetTimestamp();
        await silos.ReadyAsync();
        (await silos.AlertAsync("after", 0)).ShouldBe(200);
        (await silos.AlertAsync("after", 1)).ShouldBe(200);

        var back = TimeProvider.System.GetElapsedTime(started);
        (await silos.AllGoOnAsync()).ShouldBe(4);
        (await silos.ClickAsync()).ShouldBe("ignored");
        silos.All.ShouldAllBe(silo => !silo.Process.HasExited);
        output.WriteLine($"PostgreSQL was away for {Outage.Length.TotalSeconds} s: {refused} alerts refused; {back.TotalSeconds:0.0} s after it was back all went on");
    }
}
