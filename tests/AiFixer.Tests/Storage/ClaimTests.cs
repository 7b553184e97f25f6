using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class ClaimTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task A_claim_is_lost_to_its_holder_and_nothing_of_the_loser_stays(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var (holder, loser) = (Appends.NewId(), Appends.NewId());
        await store.Journal.AppendAsync(Appends.First(holder, new Claim("open:f")), None);

        var verdict = await store.Journal.AppendAsync(
            Appends.First(loser, new Claim("inbox:1"), new Claim("open:f"), new Claim("inbox:2")), None);

        verdict.ShouldBe(new AppendVerdict.ClaimLost("open:f", holder, null));
        (await store.Journal.LoadAsync(loser, None)).ShouldBeNull();
        (await store.Journal.HolderAsync("inbox:1", None)).ShouldBeNull();
        (await store.Journal.HolderAsync("open:f", None)).ShouldBe(holder);
    }

    [Theory]
    [Stores]
    public async Task An_incident_may_take_again_what_it_holds(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        var first = await store.Journal.AppendAsync(Appends.First(id, new Claim("c", TimeSpan.FromHours(1))), None);

        var again = await store.Journal.AppendAsync(Appends.After(id, first, new Claim("c"), new Claim("c")), None);

        again.ShouldBeOfType<AppendVerdict.Stored>();
        (await database.CountAsync("select count(*) from claims where key = 'c' and expires_at is null")).ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task An_expired_claim_is_free_and_one_that_has_not_expired_says_until_when(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var (first, second) = (Appends.NewId(), Appends.NewId());
        await store.Journal.AppendAsync(Appends.First(first, new Claim("cooldown:x", TimeSpan.FromMinutes(10))), None);

        var early = await store.Journal.AppendAsync(Appends.First(second, new Claim("cooldown:x")), None);
        var until = early.ShouldBeOfType<AppendVerdict.ClaimLost>().Until.ShouldNotBeNull();
        (until - TimeProvider.System.GetUtcNow()).ShouldBeInRange(TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(11));
        await database.ExecuteAsync("update claims set expires_at = 1");

        (await store.Journal.HolderAsync("cooldown:x", None)).ShouldBeNull();
        (await store.Journal.AppendAsync(Appends.First(second, new Claim("cooldown:x")), None)).ShouldBeOfType<AppendVerdict.Stored>();
        (await store.Journal.HolderAsync("cooldown:x", None)).ShouldBe(second);
    }

    [Theory]
    [Stores]
    public async Task A_release_gives_back_only_what_the_incident_holds(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var (one, two) = (Appends.NewId(), Appends.NewId());
        var first = await store.Journal.AppendAsync(Appends.First(one, new Claim("mine"), new Claim("kept")), None);
        await store.Journal.AppendAsync(Appends.First(two, new Claim("theirs"), new Claim("slots", null, 2)), None);

        await store.Journal.AppendAsync(
            Appends.After(one, first, new Claim("kept")) with { Releases = ["mine", "theirs", "never", "kept", "slots"] }, None);

        (await store.Journal.HolderAsync("mine", None)).ShouldBeNull();
        (await store.Journal.HolderAsync("theirs", None)).ShouldBe(two);
        (await store.Journal.HolderAsync("kept", None)).ShouldBe(one);
        (await store.Journal.HolderAsync("slots#0", None)).ShouldBe(two);
    }

    [Theory]
    [Stores]
    public async Task A_quota_has_so_many_slots_and_no_more(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var quota = new Claim("quota", TimeSpan.FromHours(1), Slots: 3);
        var ids = Enumerable.Range(0, 10).Select(_ => Appends.NewId()).ToList();

        var verdicts = await Task.WhenAll(ids.Select(id => store.Journal.AppendAsync(Appends.First(id, quota), None).AsTask()));

        verdicts.OfType<AppendVerdict.Stored>().Count().ShouldBe(3);
        verdicts.OfType<AppendVerdict.ClaimLost>().Count().ShouldBe(7);
        var winner = ids[Array.FindIndex(verdicts, verdict => verdict is AppendVerdict.Stored)];
        await ReleaseAsync(store.Journal, winner, "quota");
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), quota), None)).ShouldBeOfType<AppendVerdict.Stored>();
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), quota), None)).ShouldBeOfType<AppendVerdict.ClaimLost>();
    }

    [Theory]
    [Stores]
    public async Task Many_at_once_get_a_slot_each_until_none_is_left(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var quota = new Claim("quota", TimeSpan.FromHours(1), Slots: 12);

        for (var round = 0; round < 3; round++)
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => store.Journal.AppendAsync(Appends.First(Appends.NewId(), quota), None).AsTask()));
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 7)
            .Select(_ => store.Journal.AppendAsync(Appends.First(Appends.NewId(), quota), None).AsTask()));

        verdicts.Count(verdict => verdict is AppendVerdict.Stored).ShouldBe(3);
        verdicts.Count(verdict => verdict is AppendVerdict.ClaimLost).ShouldBe(4);
        for (var slot = 0; slot < 12; slot++)
            (await store.Journal.HolderAsync($"quota#{slot}", None)).ShouldNotBeNull();
    }

    [Theory]
    [Stores]
    public async Task The_same_incident_takes_another_slot_every_time_and_a_lowered_quota_still_counts_them(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        var quota = new Claim("quota", null, Slots: 4);
        var first = await store.Journal.AppendAsync(Appends.First(id, quota, quota), None);
        var second = await store.Journal.AppendAsync(Appends.After(id, first, quota), None);

        (await database.CountAsync("select count(*) from claims where key like 'quota#%'")).ShouldBe(3);
        (await store.Journal.AppendAsync(Appends.After(id, second, quota with { Slots = 2 }), None))
            .ShouldBeOfType<AppendVerdict.ClaimLost>().Holder.ShouldBe(id);
    }

    [Theory]
    [Stores]
    public async Task Many_that_want_the_same_claim_at_once_have_one_winner(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim($"open:{i % 5}")), None).AsTask()));

        verdicts.OfType<AppendVerdict.Stored>().Count().ShouldBe(5);
        verdicts.OfType<AppendVerdict.ClaimLost>().Count().ShouldBe(95);
    }

    [Theory]
    [Stores]
    public async Task A_claim_for_once_is_refused_even_to_its_holder(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var (id, other) = (Appends.NewId(), Appends.NewId());
        var grant = new Claim("grant:g1", Once: true);
        var first = await store.Journal.AppendAsync(Appends.First(id, grant), None);

        (await store.Journal.AppendAsync(Appends.After(id, first, grant), None)).ShouldBe(new AppendVerdict.ClaimLost("grant:g1", id, null));
        (await store.Journal.AppendAsync(Appends.First(other, grant), None)).ShouldBe(new AppendVerdict.ClaimLost("grant:g1", id, null));
    }

    [Theory]
    [Stores]
    public async Task A_claim_that_must_be_ours_already_is_refused_where_nobody_or_another_has_it(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var (id, other) = (Appends.NewId(), Appends.NewId());
        var held = new Claim("grant:g1", Held: true);

        (await store.Journal.AppendAsync(Appends.First(id, held), None)).ShouldBeOfType<AppendVerdict.ClaimLost>().Key.ShouldBe("grant:g1");
        var first = await store.Journal.AppendAsync(Appends.First(id, new Claim("grant:g1", Once: true)), None);

        (await store.Journal.AppendAsync(Appends.First(other, held), None)).ShouldBe(new AppendVerdict.ClaimLost("grant:g1", id, null));
        (await store.Journal.AppendAsync(Appends.After(id, first, held), None)).ShouldBeOfType<AppendVerdict.Stored>();
    }

    /// <summary>A quota of one was a plain claim, which its holder may take again and again.</summary>
    [Theory]
    [Stores]
    public async Task A_quota_of_one_has_one_unit_that_is_free_again_after_its_time(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        var quota = new Claim("quota", TimeSpan.FromHours(1), Slots: 1);
        var first = await store.Journal.AppendAsync(Appends.First(id, quota), None);

        var again = await store.Journal.AppendAsync(Appends.After(id, first, quota), None);
        again.ShouldBeOfType<AppendVerdict.ClaimLost>().Until.ShouldNotBeNull();
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), quota with { Slots = 2 }), None)).ShouldBeOfType<AppendVerdict.Stored>();
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), quota), None)).ShouldBeOfType<AppendVerdict.ClaimLost>();
        await database.ExecuteAsync("update claims set expires_at = 1");

        (await store.Journal.AppendAsync(Appends.After(id, first, quota), None)).ShouldBeOfType<AppendVerdict.Stored>();
    }

    private static async Task ReleaseAsync(AiFixer.Core.Ports.IJournal journal, IncidentId id, string key)
    {
        var loaded = (await journal.LoadAsync(id, None))!;
        var before = new AppendVerdict.Stored(loaded.Version, loaded.Digest);
        (await journal.AppendAsync(Appends.After(id, before) with { Releases = [key] }, None)).ShouldBeOfType<AppendVerdict.Stored>();
    }
}
