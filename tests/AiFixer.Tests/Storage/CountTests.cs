using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class CountTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task Counts_follow_every_change_and_what_was_refused_does_not_count(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        var first = await AddAsync(store, Appends.First(id, new Claim("open:f")));
        (await store.Queries.CountAsync(None)).ShouldBe(Counts((IncidentStatus.New, 1)), ignoreOrder: true);

        await AddAsync(store, Appends.First(Appends.NewId(), new Claim("open:f")));
        await AddAsync(store, Appends.First(id));
        await AddAsync(store, Appends.First(Appends.NewId()));
        (await store.Queries.CountAsync(None)).ShouldBe(Counts((IncidentStatus.New, 2)), ignoreOrder: true);

        var second = await AddAsync(store, Appends.After(id, first) with { Row = Appends.Row(IncidentStatus.Waiting) });
        await AddAsync(store, Appends.After(id, second) with { Row = Appends.Row(IncidentStatus.Waiting) });
        (await store.Queries.CountAsync(None)).ShouldBe(Counts((IncidentStatus.New, 1), (IncidentStatus.Waiting, 1)), ignoreOrder: true);
    }

    [Theory]
    [Stores]
    public async Task Counting_while_much_is_written_misses_nothing_and_counts_nothing_twice(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.BatchSize = 5);

        var adding = Enumerable.Range(0, 400).Select(_ => AddAsync(store, Appends.First(Appends.NewId()))).ToList();
        while (!adding.TrueForAll(one => one.IsCompleted))
            await store.Queries.CountAsync(None);
        await Task.WhenAll(adding);

        (await store.Queries.CountAsync(None)).ShouldBe(Counts((IncidentStatus.New, 400)), ignoreOrder: true);
    }

    [Theory]
    [Stores]
    public async Task The_one_that_writes_asks_the_database_once(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await AddAsync(store, Appends.First(Appends.NewId()));
        await store.Queries.CountAsync(None);

        await database.ExecuteAsync("update incidents set status = 'Resolved'");

        (await store.Queries.CountAsync(None)).ShouldBe(Counts((IncidentStatus.New, 1)), ignoreOrder: true);
    }

    [Theory]
    [Stores]
    public async Task What_others_wrote_is_counted_after_a_while(string provider)
    {
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var one = await database.OpenAsync(options => options.Exclusive = false, time);
        await AddAsync(one, Appends.First(Appends.NewId()));
        await one.Queries.CountAsync(None);
        await using (var other = await database.OpenAsync(options =>
            (options.Exclusive, options.AuditFolder) = (false, database.Folder + "/other")))
            await AddAsync(other, Appends.First(Appends.NewId()));

        (await one.Queries.CountAsync(None)).ShouldBe(Counts((IncidentStatus.New, 1)), ignoreOrder: true);
        time.Advance(TimeSpan.FromSeconds(1));

        (await one.Queries.CountAsync(None)).ShouldBe(Counts((IncidentStatus.New, 2)), ignoreOrder: true);
    }

    [Fact]
    public async Task After_an_outage_all_are_counted_again()
    {
        await using var server = await PostgresServer.StartNewAsync();
        await using var database = TestDatabase.On(await server.CreateDatabaseAsync());
        var store = await database.OpenAsync();
        await AddAsync(store, Appends.First(Appends.NewId()));
        await store.Queries.CountAsync(None);

        await server.CrashAsync();
        await server.StartAsync();
        await Eventually.TrueAsync(() => AnswersAsync(store), "it answers again", cancellation: None);
        await database.ExecuteAsync("update incidents set status = 'Resolved'");
        await Eventually.TrueAsync(async () => (await store.Lease.AcquireAsync(None)).Held, "the lease is ours again", cancellation: None);
        await AddAsync(store, Appends.First(Appends.NewId()));

        (await store.Queries.CountAsync(None)).ShouldBe(Counts((IncidentStatus.New, 1), (IncidentStatus.Resolved, 1)), ignoreOrder: true);
    }

    private static async Task<bool> AnswersAsync(JournalStore store)
    {
        try
        {
            await store.Queries.PingAsync(None);
            return true;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }

    private static Dictionary<IncidentStatus, long> Counts(params (IncidentStatus Status, long Count)[] counts) =>
        counts.ToDictionary(one => one.Status, one => one.Count);

    private static async Task<AppendVerdict> AddAsync(JournalStore store, Append append) =>
        await store.Journal.AppendAsync(append, None);
}
