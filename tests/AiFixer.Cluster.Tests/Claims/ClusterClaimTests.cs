using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Core.Journal;
using AiFixer.Grains.Claims;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Cluster.Tests.Claims;

/// <summary>Many incidents on two silos that want the same.</summary>
public sealed class ClusterClaimTests : IAsyncLifetime
{
    private const int Many = 40;

    private readonly ManualTime time = new(TimeProvider.System.GetUtcNow());
    private readonly MemoryStore memory;
    private readonly WatchedStore store;
    private TestCluster? cluster;

    public ClusterClaimTests()
    {
        memory = new(time, isShared: true);
        store = new(memory);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cluster = new(await PlainParts.NewAsync(store, time), silos: 2);
        await cluster.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await cluster!.StopAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_that_want_one_target_one_reaches_the_journal()
    {
        var verdicts = await AllAsync(Wanting.OneTarget);

        var winner = store.Asked.ShouldHaveSingleItem();
        winner.Verdict.ShouldBeOfType<AppendVerdict.Stored>();
        var lost = verdicts.OfType<AppendVerdict.ClaimLost>().ToList();
        lost.Count.ShouldBe(Many - 1);
        lost.ShouldAllBe(one => one.Holder == winner.Append.Incident && one.HeldFor == Wanting.Cooldown && one.Until == time.GetUtcNow() + Wanting.Cooldown);
    }

    [Fact]
    public async Task Of_many_that_want_one_of_few_units_as_many_reach_the_journal_as_there_are_units()
    {
        const int units = 5;

        var verdicts = await AllAsync(() => Wanting.Quota(units));

        verdicts.OfType<AppendVerdict.Stored>().Count().ShouldBe(units);
        verdicts.OfType<AppendVerdict.ClaimLost>().Count().ShouldBe(Many - units);
        store.Asked.Count.ShouldBe(units);
    }

    [Fact]
    public async Task When_others_have_taken_what_is_wanted_one_asks_for_all()
    {
        await using var other = new Stranger(await memory.OpenAsync());
        await other.AppendAsync(Wanting.OneTarget(), Stop);

        var verdicts = await AllAsync(Wanting.OneTarget);

        verdicts.ShouldAllBe(verdict => verdict is AppendVerdict.ClaimLost);
        store.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_remembered_wrongly_delays_and_grants_nothing()
    {
        var first = Wanting.OneTarget();
        await AppendAsync(0, first);
        lock (memory.Gate)
            memory.Claims.Release(first.Incident, [Wanting.Target]);

        (await AppendAsync(1, Wanting.OneTarget())).ShouldBeOfType<AppendVerdict.ClaimLost>();
        time.Advance(new ClaimOrderOptions().Memory);

        (await AppendAsync(1, Wanting.OneTarget())).ShouldBeOfType<AppendVerdict.Stored>();
        (await AppendAsync(0, Wanting.OneTarget())).ShouldBeOfType<AppendVerdict.ClaimLost>();
    }

    [Fact]
    public async Task What_is_given_back_can_be_had_at_once()
    {
        var first = Wanting.OneTarget();
        var stored = (await AppendAsync(0, first)).ShouldBeOfType<AppendVerdict.Stored>();
        (await AppendAsync(1, Wanting.OneTarget())).ShouldBeOfType<AppendVerdict.ClaimLost>();

        await AppendAsync(0, first with { ExpectedVersion = stored.Version, PreviousDigest = stored.Digest, Claims = [], Releases = [Wanting.Target] });

        await Eventually.TrueAsync(
            async () => await AppendAsync(1, Wanting.OneTarget()) is AppendVerdict.Stored, "it can be had", cancellation: Stop);
    }

    [Fact]
    public async Task A_silo_that_dies_with_a_turn_keeps_nobody_from_the_claim_for_long()
    {
        var dying = cluster!.Silos[0];
        var under = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Before = _ =>
        {
            under.TrySetResult();
            return new TaskCompletionSource().Task;
        };
        _ = AppendAsync(0, Wanting.OneTarget());
        await under.Task;
        store.Before = _ => Task.CompletedTask;

        var others = Enumerable.Range(0, Many).Select(_ => AppendAsync(1, Wanting.OneTarget())).ToList();
        dying.Life.End("the test");

        (await Task.WhenAll(others)).Count(verdict => verdict is AppendVerdict.Stored).ShouldBe(1);
        await cluster.SettleAsync();
    }

    [Fact]
    public async Task Two_clusters_that_do_not_know_each_other_take_no_more_than_there_is()
    {
        const int units = 5;
        var other = new TestCluster(await PlainParts.NewAsync(store, time), silos: 1);
        await other.StartAsync();

        var verdicts = await Task.WhenAll(Enumerable.Range(0, Many).Select(number => number % 2 == 0
            ? AppendAsync(0, Wanting.Quota(units))
            : other.Silos[0].Get<OrderedJournal>().AppendAsync(Wanting.Quota(units), Stop).AsTask()));

        verdicts.OfType<AppendVerdict.Stored>().Count().ShouldBe(units);
        verdicts.OfType<AppendVerdict.ClaimLost>().Count().ShouldBe(Many - units);
        await other.StopAsync();
    }

    private Task<AppendVerdict[]> AllAsync(Func<Append> make) =>
        Task.WhenAll(Enumerable.Range(0, Many).Select(number => AppendAsync(number % 2, make())));

    private Task<AppendVerdict> AppendAsync(int silo, Append append) =>
        cluster!.Silos[silo].Get<OrderedJournal>().AppendAsync(append, Stop).AsTask();
}
