using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

/// <summary>The limits of playbooks as the stores keep them.</summary>
public sealed class PlaybookClaimTests(SharedPostgres postgres)
{
    private const string Target = "default/container//momo-db";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Claim Tries = new(ClaimKeys.PlaybookTries("dns", Target), TimeSpan.FromHours(24), 3);
    private static readonly Claim Cooldown = new(ClaimKeys.PlaybookCooldown("dns", Target), TimeSpan.FromMinutes(30), Once: true);

    [Theory]
    [Stores]
    public async Task Nobody_acts_twice_within_a_cooldown_not_even_the_same_incident(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        var first = await store.Journal.AppendAsync(Appends.First(id, Cooldown, Tries), None);

        (await store.Journal.AppendAsync(Appends.After(id, first, Cooldown, Tries), None)).ShouldBeOfType<AppendVerdict.ClaimLost>().Key.ShouldBe(Cooldown.Key);
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), Cooldown, Tries), None)).ShouldBeOfType<AppendVerdict.ClaimLost>().Key.ShouldBe(Cooldown.Key);
        (await database.CountAsync($"select count(*) from claims where key like '{Tries.Key}%'")).ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task Of_many_that_want_the_last_tries_at_once_exactly_as_many_get_one_as_there_are(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => store.Journal.AppendAsync(Appends.First(Appends.NewId(), Tries), None).AsTask()));

        verdicts.Count(verdict => verdict is AppendVerdict.Stored).ShouldBe(3);
        verdicts.OfType<AppendVerdict.ClaimLost>().ShouldAllBe(lost => lost.Key == Tries.Key);
    }

    [Theory]
    [Stores]
    public async Task A_try_is_free_again_when_its_own_day_is_over_and_not_before(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        for (var i = 0; i < 3; i++)
            await store.Journal.AppendAsync(Appends.First(Appends.NewId(), Tries), None);

        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), Tries), None)).ShouldBeOfType<AppendVerdict.ClaimLost>();
        await database.ExecuteAsync($"update claims set expires_at = 1 where key = '{Tries.Key}#1'");

        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), Tries), None)).ShouldBeOfType<AppendVerdict.Stored>();
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), Tries), None)).ShouldBeOfType<AppendVerdict.ClaimLost>();
    }
}
