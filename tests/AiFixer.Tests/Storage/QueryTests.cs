using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class QueryTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task Pages_come_newest_first_without_gaps_or_repeats(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var ids = new List<IncidentId>();
        for (var i = 0; i < 23; i++)
            ids.Add(await AddAsync(store, Appends.Row(i % 2 == 0 ? IncidentStatus.Waiting : IncidentStatus.Escalated)));
        ids.Reverse();

        (await PagesAsync(store, new(Limit: 5))).ShouldBe(ids);
        (await PagesAsync(store, new([IncidentStatus.Waiting, IncidentStatus.Escalated, IncidentStatus.New], Limit: 4))).ShouldBe(ids);
        (await PagesAsync(store, new([IncidentStatus.Waiting], Limit: 3))).ShouldBe(ids.Where((_, i) => i % 2 == 0));
        (await PagesAsync(store, new([IncidentStatus.Ignored]))).ShouldBeEmpty();
        (await store.Queries.ListAsync(new(Limit: 23), None)).Next.ShouldBeNull();
    }

    [Theory]
    [Stores]
    public async Task A_list_is_filtered_by_severity_and_words_in_any_case(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var disk = await AddAsync(store, Appends.Row(severity: Severity.P0, title: "ÜBERFULL disk 100% of db_main"));
        var other = await AddAsync(store, Appends.Row(severity: Severity.P3, title: "100 of dbxmain"));

        (await FindAsync(store, "überfull DISK")).ShouldBe([disk]);
        (await FindAsync(store, "100%")).ShouldBe([disk]);
        (await FindAsync(store, "db_main")).ShouldBe([disk]);
        (await FindAsync(store, "prod/payments 100")).ShouldBe([other, disk]);
        (await FindAsync(store, other.Value[^6..])).ShouldBe([other]);
        (await FindAsync(store, "\\ ' \" \0")).ShouldBeEmpty();
        (await FindAsync(store, "   ")).ShouldBe([other, disk]);
        (await PagesAsync(store, new(Severities: [Severity.P3, Severity.P1]))).ShouldBe([other]);
        (await PagesAsync(store, new([IncidentStatus.New], [Severity.P0], "disk"))).ShouldBe([disk]);
    }

    [Theory]
    [Stores]
    public async Task Incidents_are_counted_by_status(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        foreach (var status in new[] { IncidentStatus.Waiting, IncidentStatus.Waiting, IncidentStatus.Resolved })
            await AddAsync(store, Appends.Row(status));

        var counts = await store.Queries.CountAsync(None);

        counts.ShouldBe(new Dictionary<IncidentStatus, long> { [IncidentStatus.Waiting] = 2, [IncidentStatus.Resolved] = 1 }, ignoreOrder: true);
    }

    [Theory]
    [Stores]
    public async Task What_is_due_comes_most_overdue_first(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var now = Appends.Row().OpenedAt;
        var later = await AddAsync(store, Appends.Row(due: now.AddTicks(1)));
        var second = await AddAsync(store, Appends.Row(due: now));
        var first = await AddAsync(store, Appends.Row(due: now.AddDays(-1)));
        await AddAsync(store, Appends.Row(due: null));

        (await DueAsync(store, now, 10)).ShouldBe([first, second]);
        (await DueAsync(store, now, 1)).ShouldBe([first]);
        var shards = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => DueAsync(store, now, 10, new IncidentShard(number, 3))));
        shards.SelectMany(due => due).ShouldBe([first, second], ignoreOrder: true);
        (await DueAsync(store, now.AddTicks(1), 10)).ShouldBe([first, second, later]);
    }

    [Theory]
    [Stores]
    public async Task Only_a_working_store_answers_a_ping(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();

        await store.Queries.PingAsync(None);
        await database.ExecuteAsync("drop table schema_migrations");

        await Should.ThrowAsync<AiFixer.Core.Ports.JournalUnavailableException>(() => store.Queries.PingAsync(None));
    }

    private static async Task<IncidentId> AddAsync(JournalStore store, IncidentRow row)
    {
        var id = Appends.NewId();
        (await store.Journal.AppendAsync(Appends.First(id) with { Row = row }, None)).ShouldBeOfType<AppendVerdict.Stored>();
        return id;
    }

    private static Task<List<IncidentId>> FindAsync(JournalStore store, string text) => PagesAsync(store, new(Text: text));

    private static async Task<List<IncidentId>> PagesAsync(JournalStore store, IncidentFilter filter)
    {
        var ids = new List<IncidentId>();
        for (var page = await store.Queries.ListAsync(filter, None); ; page = await store.Queries.ListAsync(filter with { Before = page.Next }, None))
        {
            page.Items.Count.ShouldBeLessThanOrEqualTo(filter.Limit);
            ids.AddRange(page.Items.Select(item => item.Id));
            if (page.Next is null)
                return ids;
        }
    }

    private static async Task<IReadOnlyList<IncidentId>> DueAsync(JournalStore store, DateTimeOffset now, int limit, IncidentShard? shard = null) =>
        [.. (await store.Journal.DueAsync(now, limit, shard, None)).Select(due => due.Id)];
}
