using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class SweepTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [Stores]
    public async Task What_still_protects_something_is_kept_and_the_rest_is_removed(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await store.Journal.AppendAsync(
            Appends.First(
                Appends.NewId(),
                new Claim("open:f"),
                new Claim("grant:g"),
                new Claim("inbox:old", Hour),
                new Claim("inbox:new", Hour),
                new Claim("quota", Hour, Slots: 3),
                new Claim("quota", Hour, Slots: 3)),
            None);
        await ExpireAsync(database, "key in ('inbox:old', 'quota#0')");

        (await store.SweepAsync(None)).ShouldBe(2);

        (await database.CountAsync("select count(*) from claims")).ShouldBe(4);
        (await database.CountAsync("select count(*) from claims where key in ('open:f', 'grant:g', 'inbox:new', 'quota#1')")).ShouldBe(4);
    }

    [Theory]
    [Stores]
    public async Task More_than_fits_a_batch_is_removed_to_the_last(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.SweepBatch = 7);
        await AddAsync(store, 100);
        await ExpireAsync(database, "key < 'inbox:050'");

        (await store.SweepAsync(None)).ShouldBe(50);

        (await database.CountAsync("select count(*) from claims")).ShouldBe(50);
        (await store.SweepAsync(None)).ShouldBe(0);
    }

    [Theory]
    [Stores]
    public async Task What_was_removed_can_be_taken_again_and_a_quota_still_counts(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var quota = new Claim("quota", Hour, Slots: 2);
        await store.Journal.AppendAsync(Appends.First(Appends.NewId(), quota, new Claim("inbox:1", Hour)), None);
        await store.Journal.AppendAsync(Appends.First(Appends.NewId(), quota), None);
        await ExpireAsync(database, "key in ('quota#0', 'inbox:1')");

        await store.SweepAsync(None);

        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), quota, new Claim("inbox:1", Hour)), None)).ShouldBeOfType<AppendVerdict.Stored>();
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), quota), None)).ShouldBeOfType<AppendVerdict.ClaimLost>();
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim("inbox:1")), None)).ShouldBeOfType<AppendVerdict.ClaimLost>();
    }

    [Theory]
    [Stores]
    public async Task It_is_done_while_others_write_and_takes_nothing_from_them(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.SweepBatch = 10);
        await AddAsync(store, 200);
        await ExpireAsync(database, "true");

        var sweep = store.SweepAsync(None);
        var verdicts = await AddAsync(store, 200);
        await sweep;
        await store.SweepAsync(None);

        verdicts.ShouldAllBe(verdict => verdict is AppendVerdict.Stored);
        (await database.CountAsync("select count(*) from claims where expires_at > 1")).ShouldBe(200);
    }

    [Theory]
    [Stores]
    public async Task It_is_done_every_so_often(string provider)
    {
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.SweepEvery = TimeSpan.FromMinutes(1), time);
        await AddAsync(store, 3);
        await ExpireAsync(database, "key = 'inbox:001'");

        time.Advance(TimeSpan.FromMinutes(1));

        await Eventually.TrueAsync(async () => await database.CountAsync("select count(*) from claims") == 2, "removed", cancellation: None);
    }

    private static async Task<IReadOnlyList<AppendVerdict>> AddAsync(JournalStore store, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(i =>
            store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim($"inbox:{i:D3}", Hour)), None).AsTask()));

    private static Task<int> ExpireAsync(TestDatabase database, string which) =>
        database.ExecuteAsync($"update claims set expires_at = 1 where {which}");
}
