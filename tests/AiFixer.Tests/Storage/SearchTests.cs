using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class SearchTests(SharedPostgres postgres)
{
    private const int More = 1_200;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task What_is_rare_and_old_is_found_on_one_page_when_there_is_time(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(time: new SteppingTime(looksASecond: 1_000_000));
        var needle = await FillAsync(store);

        var page = await store.Queries.ListAsync(new(Text: "needle"), None);

        page.Items.ShouldHaveSingleItem().Id.ShouldBe(needle);
        page.Next.ShouldBeNull();
    }

    [Theory]
    [InlineData(StorageOptions.Sqlite, 1)]
    [InlineData(StorageOptions.Sqlite, 100)]
    [InlineData(StorageOptions.Postgres, 1)]
    [InlineData(StorageOptions.Postgres, 100)]
    public async Task A_page_ends_when_its_time_is_up_or_would_be_and_the_next_goes_on_from_there(string provider, long looksASecond)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(time: new SteppingTime(looksASecond));
        var needle = await FillAsync(store);

        var first = await store.Queries.ListAsync(new(Text: "needle"), None);
        var second = await store.Queries.ListAsync(new(Text: "needle", Before: first.Next.ShouldNotBeNull()), None);

        first.Items.ShouldBeEmpty();
        second.Items.ShouldHaveSingleItem().Id.ShouldBe(needle);
        second.Next.ShouldBeNull();
    }

    [Theory]
    [Stores]
    public async Task Pages_of_a_search_leave_nothing_out_whatever_the_filter(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(time: new SteppingTime());
        await FillAsync(store);

        (await CountAsync(store, new(Text: "crash LOOPS", Limit: 300))).ShouldBe(More);
        (await CountAsync(store, new([IncidentStatus.Waiting], Text: "crash", Limit: 300))).ShouldBe(More / 3);
        (await CountAsync(store, new([IncidentStatus.Waiting, IncidentStatus.New], [Severity.P1], "crash"))).ShouldBe(More / 3);
        (await CountAsync(store, new(Severities: [Severity.P0], Text: "needle"))).ShouldBe(1);
    }

    private static async Task<IncidentId> FillAsync(JournalStore store)
    {
        var needle = await AddAsync(store, Appends.Row(severity: Severity.P0, title: "A needle"));
        await Task.WhenAll(Enumerable.Range(0, More).Select(i => AddAsync(
            store,
            Appends.Row(i % 3 == 0 ? IncidentStatus.Waiting : IncidentStatus.New, i % 3 == 1 ? Severity.P1 : Severity.P2))));
        return needle;
    }

    private static async Task<IncidentId> AddAsync(JournalStore store, IncidentRow row)
    {
        var id = Appends.NewId();
        (await store.Journal.AppendAsync(Appends.First(id) with { Row = row }, None)).ShouldBeOfType<AppendVerdict.Stored>();
        return id;
    }

    private static async Task<int> CountAsync(JournalStore store, IncidentFilter filter)
    {
        var found = new HashSet<IncidentId>();
        for (var page = await store.Queries.ListAsync(filter, None); ; page = await store.Queries.ListAsync(filter with { Before = page.Next }, None))
        {
            foreach (var item in page.Items)
                found.Add(item.Id).ShouldBeTrue();
            if (page.Next is null)
                return found.Count;
        }
    }
}
