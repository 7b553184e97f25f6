using AiFixer.Core.Journal;
using AiFixer.Storage.Writing;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class TriesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Tries _tries = new();

    [Fact]
    public void One_in_vain_is_followed_by_a_rest_of_clean_batches_in_a_row()
    {
        _tries.WasInVain();

        Rest(31);
        _tries.May.ShouldBeFalse();
        _tries.Rested(clean: false);
        Rest(31);
        _tries.May.ShouldBeFalse();
        Rest(1);
        _tries.May.ShouldBeTrue();
    }

    [Fact]
    public void Each_in_vain_makes_the_next_rest_longer_up_to_a_limit()
    {
        for (var rest = 32; rest <= 4096; rest *= 2)
            RestAfterVain().ShouldBe(rest);
        RestAfterVain().ShouldBe(4096);
    }

    [Fact]
    public void When_it_works_for_long_enough_rests_are_short_again()
    {
        RestAfterVain();
        RestAfterVain();
        for (var i = 0; i < 128; i++)
            _tries.Worked();

        RestAfterVain().ShouldBe(32);
    }

    [Fact]
    public async Task Alerts_that_fire_on_among_new_ones_are_hardly_ever_tried_in_vain()
    {
        // One of its own: the number of transactions is that of the whole server.
        await using var server = await PostgresServer.StartNewAsync();
        await using var database = TestDatabase.On(await server.CreateDatabaseAsync());
        var store = await database.OpenAsync();
        await store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim("open:known")), None);
        var before = await database.CountAsync("select txid_current()::text::bigint");

        const int Pairs = 400;
        for (var i = 0; i < Pairs; i++)
        {
            (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim($"open:{i}")), None)).ShouldBeOfType<AppendVerdict.Stored>();
            (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim("open:known")), None)).ShouldBeOfType<AppendVerdict.ClaimLost>();
        }

        // Every append here has a transaction of its own, and one that was tried in vain has two.
        var transactions = await database.CountAsync("select txid_current()::text::bigint") - before - 1;
        transactions.ShouldBeLessThan(2 * Pairs + 8);
    }

    private int RestAfterVain()
    {
        _tries.WasInVain();
        var rest = 0;
        for (; !_tries.May; rest++)
            _tries.Rested(clean: true);
        return rest;
    }

    private void Rest(int batches)
    {
        for (var i = 0; i < batches; i++)
            _tries.Rested(clean: true);
    }
}
