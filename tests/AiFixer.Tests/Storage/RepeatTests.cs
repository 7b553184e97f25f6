using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class RepeatTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task Repeats_are_counted_and_the_latest_is_kept(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var (one, two) = (Appends.NewId(), Appends.NewId());
        await store.Journal.AppendAsync(Appends.First(one), None);
        await store.Journal.AppendAsync(Appends.First(two), None);
        var start = Appends.Row().OpenedAt;

        var counted = await Task.WhenAll(Enumerable.Range(1, 100).Select(i =>
            store.Journal.CountAsync(new(i % 4 == 0 ? two : one, start.AddMinutes(101 - i)), None).AsTask()));
        await store.Journal.CountAsync(new(Appends.NewId(), start), None);

        counted.ShouldAllBe(taken => taken);
        var (first, second) = ((await store.Journal.LoadAsync(one, None))!, (await store.Journal.LoadAsync(two, None))!);
        (first.Repeats, second.Repeats).ShouldBe((75, 25));
        (first.LastSeen, second.LastSeen).ShouldBe((start.AddMinutes(100), start.AddMinutes(97)));
        first.Version.ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task A_delivery_that_is_counted_is_known_again_and_one_that_is_known_stays_with_whom_it_changed(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var (one, two) = (Appends.NewId(), Appends.NewId());
        await store.Journal.AppendAsync(Appends.First(one, new Claim("inbox:first", TimeSpan.FromHours(1))), None);
        await store.Journal.AppendAsync(Appends.First(two, new Claim("inbox:over", TimeSpan.FromHours(1))), None);
        await database.ExecuteAsync("update claims set expires_at = 1 where key = 'inbox:over'");

        await Task.WhenAll(new[] { "inbox:first", "inbox:over", "inbox:new", "inbox:new", "inbox:another" }.Select(key =>
            store.Journal.CountAsync(new(key == "inbox:first" ? two : one, Appends.Row().OpenedAt) { Delivery = new(key, TimeSpan.FromHours(1)) }, None).AsTask()));

        foreach (var key in new[] { "inbox:first", "inbox:over", "inbox:new", "inbox:another" })
            (await store.Journal.HolderAsync(key, None)).ShouldBe(one, key);
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim("inbox:new", TimeSpan.FromHours(1))), None))
            .ShouldBeOfType<AppendVerdict.ClaimLost>().Holder.ShouldBe(one);
        (await store.Journal.LoadAsync(one, None))!.Repeats.ShouldBe(4);
        await database.ExecuteAsync("update claims set expires_at = 1");
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim("inbox:new", TimeSpan.FromHours(1))), None)).ShouldBeOfType<AppendVerdict.Stored>();
    }

    [Theory]
    [Stores]
    public async Task Nothing_is_counted_without_the_lease(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await store.Lease.ReleaseAsync(None);

        await Should.ThrowAsync<JournalUnavailableException>(
            async () => await store.Journal.CountAsync(new(Appends.NewId(), Appends.Row().OpenedAt), None));
    }
}
