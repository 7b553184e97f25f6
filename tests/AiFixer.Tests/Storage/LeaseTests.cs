using AiFixer.Core.Journal;
using AiFixer.Storage.Leases;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class LeaseTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task A_second_process_is_told_who_holds_it_and_cannot_write(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var first = await database.OpenAsync();
        var second = await database.OpenAsync();

        var ours = await first.Lease.AcquireAsync(None);
        var theirs = await second.Lease.AcquireAsync(None);

        (ours.Held, ours.ValidFor).ShouldBe((true, TimeSpan.FromSeconds(15)));
        (theirs.Held, theirs.ValidFor).ShouldBe((false, TimeSpan.Zero));
        theirs.Holder.ShouldBe(ours.Holder);
        theirs.Holder.ShouldContain($"/{Environment.ProcessId} since ");
        theirs.Until.ShouldBe(ours.Until);
        (await second.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.LeaseLost>();
        (await first.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.Stored>();
    }

    [Theory]
    [Stores]
    public async Task Once_it_expires_another_takes_it_and_the_first_can_write_no_more(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var first = await database.OpenAsync();
        var second = await database.OpenAsync();
        await database.ExecuteAsync("update leases set expires_at = 1");

        (await first.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.LeaseLost>();
        (await second.Lease.AcquireAsync(None)).Held.ShouldBeTrue();

        (await first.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.LeaseLost>();
        (await first.Lease.AcquireAsync(None)).Held.ShouldBeFalse();
        (await second.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.Stored>();
        (await database.CountAsync("select count(*) from entries")).ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task It_is_over_when_nobody_renews_it_though_the_clock_of_the_database_went_back(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        var first = await database.OpenAsync();
        var second = await database.OpenAsync(time: time);
        await database.ExecuteAsync($"update leases set expires_at = expires_at + {TimeSpan.TicksPerHour}");

        (await second.Lease.AcquireAsync(None)).Held.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(14));
        await database.ExecuteAsync("update leases set expires_at = expires_at + 1");
        (await second.Lease.AcquireAsync(None)).Held.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(14));
        (await second.Lease.AcquireAsync(None)).Held.ShouldBeFalse("it was renewed 14 seconds ago");
        time.Advance(TimeSpan.FromSeconds(2));
        (await second.Lease.AcquireAsync(None)).Held.ShouldBeTrue();

        (await first.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.LeaseLost>();
        (await first.Lease.AcquireAsync(None)).Held.ShouldBeFalse();
        (await second.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.Stored>();
    }

    [Theory]
    [Stores]
    public async Task One_of_several_that_does_not_renew_its_own_is_dead_though_the_clock_of_the_database_went_back(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        var first = await database.OpenAsync(options => options.Exclusive = false);
        var second = await database.OpenAsync(options => options.Exclusive = false, time);
        await database.ExecuteAsync($"update leases set expires_at = expires_at + {TimeSpan.TicksPerHour}");

        (await second.Lease.IsAliveAsync(first.Lease.Id, None)).ShouldBeTrue();
        time.Advance(TimeSpan.FromSeconds(16));
        (await second.Lease.IsAliveAsync(second.Lease.Id, None)).ShouldBeTrue();
        (await second.Lease.IsAliveAsync(first.Lease.Id, None)).ShouldBeFalse();

        (await first.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.LeaseLost>();
        var before = first.Lease.Id;
        (await first.Lease.AcquireAsync(None)).Held.ShouldBeTrue();
        first.Lease.Id.ShouldNotBe(before);
        (await second.Lease.IsAliveAsync(before, None)).ShouldBeFalse();
    }

    /// <summary>Such as while a setting is changed in one process after the other.</summary>
    [Theory]
    [Stores]
    public async Task It_lasts_as_long_as_whoever_holds_it_said_though_another_would_have_said_less(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        var first = await database.OpenAsync(options => options.LeaseTime = TimeSpan.FromMinutes(1));
        var second = await database.OpenAsync(options => options.LeaseTime = TimeSpan.FromSeconds(5), time);

        (await second.Lease.AcquireAsync(None)).Held.ShouldBeFalse();
        (await second.Lease.IsAliveAsync(first.Lease.Id, None)).ShouldBeTrue();
        time.Advance(TimeSpan.FromSeconds(30));
        (await second.Lease.IsAliveAsync(first.Lease.Id, None)).ShouldBeTrue();
        (await second.Lease.AcquireAsync(None)).Held.ShouldBeFalse();

        time.Advance(TimeSpan.FromSeconds(31));
        (await second.Lease.AcquireAsync(None)).Held.ShouldBeTrue();
    }

    [Theory]
    [InlineData("0123456789abcdef", 300)]
    [InlineData("0123456789abcdef-", 300)]
    [InlineData("0123456789abcdef-15000", 15)]
    [InlineData("0123456789abcdef-3600000", 300)]
    [InlineData("0123456789abcdef--5", 300)]
    [InlineData("15000", 300)]
    public void One_of_a_release_that_did_not_say_how_long_lasts_as_long_as_any_may(string token, int seconds) =>
        LeaseToken.Lasts(token).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [Stores]
    public async Task A_released_lease_is_free_at_once_and_only_ours_is_released(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var first = await database.OpenAsync();
        var second = await database.OpenAsync();

        await second.Lease.ReleaseAsync(None);
        (await second.Lease.AcquireAsync(None)).Held.ShouldBeFalse();
        await first.Lease.ReleaseAsync(None);

        (await second.Lease.AcquireAsync(None)).Held.ShouldBeTrue();
        (await first.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.LeaseLost>();
    }

    [Theory]
    [Stores]
    public async Task A_release_that_was_asked_for_after_a_renewal_comes_after_it(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var first = await database.OpenAsync();
        var second = await database.OpenAsync();

        var renewals = Enumerable.Range(0, 20).Select(_ => first.Lease.AcquireAsync(None)).ToList();
        var release = first.Lease.ReleaseAsync(None);
        await Task.WhenAll([.. renewals, release]);

        (await second.Lease.AcquireAsync(None)).Held.ShouldBeTrue();
    }

    [Theory]
    [Stores]
    public async Task Without_exclusiveness_every_process_has_its_own_and_one_of_two_wins_each_race(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var one = await database.OpenAsync(options => options.Exclusive = false);
        var two = await database.OpenAsync(options => options.Exclusive = false);
        for (var round = 0; round < 25; round++)
        {
            var ids = Enumerable.Range(0, 8).Select(_ => Appends.NewId()).ToList();
            var verdicts = await Task.WhenAll(ids.SelectMany((id, i) => new[]
            {
                one.Journal.AppendAsync(Appends.First(id, new Claim($"claim:{round}:{i}")), None).AsTask(),
                two.Journal.AppendAsync(Appends.First(i % 2 == 0 ? id : Appends.NewId(), new Claim($"claim:{round}:{i}")), None).AsTask(),
            }));

            foreach (var pair in verdicts.Chunk(2))
                pair.OfType<AppendVerdict.Stored>().ShouldHaveSingleItem();
        }

        await one.Audit.CheckpointAsync(None);
        (await database.CountAsync("select count(*) from entries")).ShouldBe(200);
        (await database.CountAsync("select count(*) from claims")).ShouldBe(200);
    }

    /// <summary>Another may have had it in between, and have looked up what we were about to send.</summary>
    [Theory]
    [Stores]
    public async Task A_hold_that_ran_out_is_over_for_good_also_when_the_same_process_has_the_next(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var before = store.Lease.Id;
        (await store.Lease.AcquireAsync(None)).Held.ShouldBeTrue();
        store.Lease.Id.ShouldBe(before);

        await database.ExecuteAsync("update leases set expires_at = 1");

        (await store.Lease.AcquireAsync(None)).Held.ShouldBeTrue();
        store.Lease.Id.ShouldNotBe(before);
        (await store.Lease.IsAliveAsync(before, None)).ShouldBeFalse();
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.Stored>();
    }

    [Theory]
    [Stores]
    public async Task In_a_shared_store_a_hold_that_ran_out_is_over_for_good_and_another_begins(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var one = await database.OpenAsync(options => options.Exclusive = false);
        var two = await database.OpenAsync(options => options.Exclusive = false);
        var before = one.Lease.Id;
        (await two.Lease.IsAliveAsync(before, None)).ShouldBeTrue();

        (await one.Lease.AcquireAsync(None)).Held.ShouldBeTrue();
        one.Lease.Id.ShouldBe(before);
        await database.ExecuteAsync("update leases set expires_at = expires_at - 200000000");

        (await two.Lease.IsAliveAsync(before, None)).ShouldBeFalse();
        (await one.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.LeaseLost>();
        (await one.Lease.AcquireAsync(None)).Held.ShouldBeTrue();
        one.Lease.Id.ShouldNotBe(before);
        (await two.Lease.IsAliveAsync(before, None)).ShouldBeFalse();
        (await two.Lease.IsAliveAsync(one.Lease.Id, None)).ShouldBeTrue();
        (await one.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.Stored>();
    }

    [Theory]
    [Stores]
    public async Task One_who_wants_the_store_alone_and_those_who_share_it_keep_each_other_out(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var shares = await database.OpenAsync(options => options.Exclusive = false);
        var alone = await database.OpenAsync();

        (await alone.Lease.AcquireAsync(None)).Held.ShouldBeFalse();
        await shares.Lease.ReleaseAsync(None);
        (await alone.Lease.AcquireAsync(None)).Held.ShouldBeTrue();

        (await shares.Lease.AcquireAsync(None)).Held.ShouldBeFalse();
    }

    [Theory]
    [Stores]
    public async Task What_processes_that_are_long_gone_left_behind_is_swept_away(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.OpenAsync(options => options.Exclusive = false);
        await database.ExecuteAsync("update leases set expires_at = 1");

        await database.OpenAsync(options => options.Exclusive = false);

        (await database.CountAsync("select count(*) from leases")).ShouldBe(1);
    }
}
