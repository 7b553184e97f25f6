using AiFixer.Cluster.Tests.Claims;
using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;
using AiFixer.Grains.Claims;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Cluster.Tests.Playbooks;

/// <summary>One playbook that two silos use.</summary>
public sealed class PlaybookGrainTests : IAsyncLifetime
{
    private const int Many = 40;
    private static readonly TimeSpan Cooldown = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTime time = new(TimeProvider.System.GetUtcNow());
    private readonly WatchedStore store;
    private TestCluster? cluster;

    public PlaybookGrainTests() => store = new(new MemoryStore(time, isShared: true));

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
    public async Task Of_many_that_want_a_try_on_one_target_as_many_reach_the_journal_as_there_are_tries()
    {
        const int tries = 3;

        var verdicts = await AllAsync(() => Wanting.Of(Tries("dns", "web", tries)));

        verdicts.OfType<AppendVerdict.Stored>().Count().ShouldBe(tries);
        verdicts.OfType<AppendVerdict.ClaimLost>().Count().ShouldBe(Many - tries);
        store.Asked.Count.ShouldBe(tries);
    }

    [Fact]
    public async Task Each_target_and_each_playbook_has_tries_of_its_own()
    {
        var wanted = new[] { Tries("dns", "web", 1), Tries("dns", "api", 1), Tries("oom", "web", 1), Tries("oom", "api", 1) };

        var verdicts = await Task.WhenAll(wanted.Select((claim, number) => AppendAsync(number % 2, Wanting.Of(claim))));

        verdicts.ShouldAllBe(verdict => verdict is AppendVerdict.Stored);
    }

    [Fact]
    public async Task Whoever_holds_a_cooldown_hears_from_the_database_that_nobody_takes_it_twice()
    {
        var first = Wanting.Of(Rest("dns", "web"));
        var stored = (await AppendAsync(0, first)).ShouldBeOfType<AppendVerdict.Stored>();

        var again = await AppendAsync(1, first with { ExpectedVersion = stored.Version, PreviousDigest = stored.Digest });

        again.ShouldBeOfType<AppendVerdict.ClaimLost>().Holder.ShouldBe(first.Incident);
        store.Asked.Count.ShouldBe(2);
    }

    /// <summary>The answer to the append that gave it back was lost with its silo: the line was never told.</summary>
    [Fact]
    public async Task Whoever_gave_a_cooldown_back_unheard_has_it_again_at_once()
    {
        var first = Wanting.Of(Rest("dns", "web"));
        var stored = (await AppendAsync(0, first)).ShouldBeOfType<AppendVerdict.Stored>();
        var key = ClaimKeys.PlaybookCooldown("dns", "web");
        var back = await cluster!.Silos[0].Get<IJournal>().AppendAsync(
            first with { ExpectedVersion = stored.Version, PreviousDigest = stored.Digest, Claims = [], Releases = [key] }, Stop);
        var given = back.ShouldBeOfType<AppendVerdict.Stored>();

        var again = await AppendAsync(1, first with { ExpectedVersion = given.Version, PreviousDigest = given.Digest });

        again.ShouldBeOfType<AppendVerdict.Stored>();
    }

    [Fact]
    public async Task A_cooldown_that_is_given_back_can_be_had_at_once()
    {
        var first = Wanting.Of(Rest("dns", "web"));
        var stored = (await AppendAsync(0, first)).ShouldBeOfType<AppendVerdict.Stored>();
        (await AppendAsync(1, Wanting.Of(Rest("dns", "web")))).ShouldBeOfType<AppendVerdict.ClaimLost>();

        var key = ClaimKeys.PlaybookCooldown("dns", "web");
        await AppendAsync(0, first with { ExpectedVersion = stored.Version, PreviousDigest = stored.Digest, Claims = [], Releases = [key] });

        await Eventually.TrueAsync(
            async () => await AppendAsync(1, Wanting.Of(Rest("dns", "web"))) is AppendVerdict.Stored, "it can be had", cancellation: Stop);
    }

    [Fact]
    public async Task What_others_took_behind_its_back_is_found_by_asking_once()
    {
        var other = await store.OpenAsync();
        await other.Lease.AcquireAsync(Stop);
        await other.Journal.AppendAsync(Wanting.Of(Rest("dns", "web")), Stop);
        var before = store.Asked.Count;

        var verdicts = await AllAsync(() => Wanting.Of(Rest("dns", "web")));

        verdicts.ShouldAllBe(verdict => verdict is AppendVerdict.ClaimLost);
        (store.Asked.Count - before).ShouldBe(1);
        await other.EndAsync();
    }

    [Fact]
    public async Task How_often_it_helped_is_asked_of_the_database_once_until_it_counts_again()
    {
        Say("dns", new(Success: 3, LastAt: Noon));
        (await FindAsync(0, "dns")).ShouldBe(new PlaybookRecord(Success: 3, LastAt: Noon));
        (await FindAsync(1, "dns")).ShouldBe(new PlaybookRecord(Success: 3, LastAt: Noon));
        Asked.ShouldBe(1);

        Say("dns", new(Success: 4, LastAt: Noon));
        var heal = Wanting.Of() with { Heals = [new("dns", HealResult.Success, Noon)] };
        (await AppendAsync(1, heal)).ShouldBeOfType<AppendVerdict.Stored>();

        await Eventually.TrueAsync(async () => await FindAsync(0, "dns") is { Success: 4 }, "the new count is told", cancellation: Stop);
    }

    [Fact]
    public async Task What_was_not_stored_is_not_told()
    {
        Say("dns", new(Success: 3));
        await FindAsync(0, "dns");

        var stale = Wanting.Of() with { ExpectedVersion = 7, Heals = [new("dns", HealResult.Success, Noon)] };
        (await AppendAsync(1, stale)).ShouldBeOfType<AppendVerdict.Stale>();
        await cluster!.SettleAsync();

        await FindAsync(0, "dns");
        Asked.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_never_acted_has_no_record()
    {
        (await FindAsync(0, "dns")).ShouldBeNull();
        (await FindAsync(1, "dns")).ShouldBeNull();
    }

    [Fact]
    public async Task When_the_database_is_away_the_caller_hears_of_it()
    {
        foreach (var silo in cluster!.Silos)
            silo.Records.IsAway = true;

        await Should.ThrowAsync<JournalUnavailableException>(() => FindAsync(0, "dns"));
    }

    private int Asked => cluster!.Silos.Sum(silo => silo.Records.Asked);

    private static Claim Tries(string playbook, string target, int slots) => new(ClaimKeys.PlaybookTries(playbook, target), TimeSpan.FromHours(24), slots);

    private static Claim Rest(string playbook, string target) => new(ClaimKeys.PlaybookCooldown(playbook, target), Cooldown, Once: true);

    private void Say(string playbook, PlaybookRecord record)
    {
        foreach (var silo in cluster!.Silos)
            silo.Records.All[playbook] = record;
    }

    private Task<PlaybookRecord?> FindAsync(int silo, string playbook) => cluster!.Silos[silo].Get<IPlaybookRecords>().FindAsync(playbook, Stop);

    private Task<AppendVerdict[]> AllAsync(Func<Append> make) =>
        Task.WhenAll(Enumerable.Range(0, Many).Select(number => AppendAsync(number % 2, make())));

    private Task<AppendVerdict> AppendAsync(int silo, Append append) =>
        cluster!.Silos[silo].Get<OrderedJournal>().AppendAsync(append, Stop).AsTask();
}
