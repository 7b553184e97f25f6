using AiFixer.Cluster.Tests.Silos;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Outages;

/// <summary>Redis goes away under two running silos and comes back with nothing in it.</summary>
public sealed class RedisAwayTests(SharedPostgres postgres, ITestOutputHelper output)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Incidents_go_on_as_if_nothing_had_happened()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, "redis-server is not installed");
        await using var redis = await RedisServer.StartNewAsync();
        var database = await postgres.CreateDatabaseAsync();
        await using var silos = new TwoSilos(folder => OneSilo.On(database, folder)
            .With("Cluster:Membership", "redis")
            .With("Cluster:Redis", redis.Address));
        await silos.ReadyAsync();
        (await silos.AlertAsync("before", 0)).ShouldBe(200);

        await redis.StopAsync();
        var taken = await Outage.MeanwhileAsync(async turn => (await silos.AlertAsync("meanwhile", turn)).ShouldBe(200), Stop);
        await redis.StartAsync();
        var after = await Outage.MeanwhileAsync(async turn => (await silos.AlertAsync("after", turn)).ShouldBe(200), Stop);

        (await silos.AllGoOnAsync()).ShouldBe(1 + taken + after);
        (await silos.ClickAsync()).ShouldBe("ignored");
        silos.All.ShouldAllBe(silo => !silo.Process.HasExited);
        output.WriteLine($"Redis was away for {Outage.Length.TotalSeconds} s: {taken} alerts taken meanwhile, {after} afterwards");
    }
}
