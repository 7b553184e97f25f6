using AiFixer.Core.Journal;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

/// <summary>New incidents that claim something go to PostgreSQL as one statement, which is a transaction by itself.</summary>
public sealed class OneStatementTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Nothing_of_it_is_written_without_the_lease()
    {
        await using var database = await TestDatabase.NewAsync("postgres", postgres);
        var store = await database.OpenAsync();
        await database.ExecuteAsync("update leases set token = 'somebody else'");

        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim("key")), None)).ShouldBeOfType<AppendVerdict.LeaseLost>();

        (await database.CountAsync("select (select count(*) from incidents) + (select count(*) from entries) + (select count(*) from claims)")).ShouldBe(0);
    }

    [Fact]
    public async Task A_key_that_is_taken_costs_one_incident_alone_and_leaves_no_transaction_open()
    {
        await using var database = await TestDatabase.NewAsync("postgres", postgres);
        var store = await database.OpenAsync();
        var holder = Appends.NewId();
        await store.Journal.AppendAsync(Appends.First(holder, new Claim("taken")), None);

        var lost = store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim("taken")), None).AsTask();
        var others = Enumerable.Range(0, 5).Select(i => store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim($"free {i}")), None).AsTask()).ToList();

        (await lost).ShouldBeOfType<AppendVerdict.ClaimLost>().Holder.ShouldBe(holder);
        (await Task.WhenAll(others)).ShouldAllBe(verdict => verdict is AppendVerdict.Stored);
        (await database.CountAsync("select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'")).ShouldBe(0);
        (await database.CountAsync("select count(*) from claims")).ShouldBe(6);
    }

    [Fact]
    public async Task A_claim_ends_when_it_should_by_the_clock_of_the_database_and_one_for_ever_never()
    {
        await using var database = await TestDatabase.NewAsync("postgres", postgres);
        var store = await database.OpenAsync();

        await store.Journal.AppendAsync(
            Appends.First(Appends.NewId(), new Claim("for ever"), new Claim("an hour", TimeSpan.FromHours(1)), new Claim("too long", TimeSpan.MaxValue)), None);

        const string Now = "(extract(epoch from clock_timestamp()) * 10000000)::bigint + 621355968000000000";
        (await database.CountAsync("select count(*) from claims where key = 'for ever' and expires_at is null")).ShouldBe(1);
        (await database.CountAsync($"select count(*) from claims where key = 'an hour' and abs(expires_at - 36000000000 - ({Now})) < 600000000")).ShouldBe(1);
        (await database.CountAsync($"select count(*) from claims where key = 'too long' and expires_at = {DateTimeOffset.MaxValue.Ticks}")).ShouldBe(1);
    }
}
