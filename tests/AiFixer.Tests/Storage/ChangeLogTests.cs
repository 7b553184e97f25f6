using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

public sealed class ChangeLogTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task What_any_process_changes_is_found_once_and_as_it_is_now(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var (one, other) = (await OpenAsync(database), await OpenAsync(database));
        var before = await AddAsync(one, Appends.First(Appends.NewId()));
        await using var reader = await ReaderAsync(database);
        var position = await reader.Changes.EndAsync(None);

        var (mine, its) = (Appends.NewId(), Appends.NewId());
        var first = await AddAsync(one, Appends.First(mine));
        await AddAsync(one, Appends.After(mine, first) with { Row = Appends.Row(IncidentStatus.Waiting) });
        await AddAsync(other, Appends.First(its));
        var page = await reader.Changes.AfterAsync(position, None);

        before.ShouldBeOfType<AppendVerdict.Stored>();
        page.Changes.ShouldBe([new(mine, 2, IncidentStatus.Waiting), new(its, 1, IncidentStatus.New)], ignoreOrder: true);
        page.IsLast.ShouldBeTrue();
        (await reader.Changes.AfterAsync(page.Next, None)).Changes.ShouldBeEmpty();
    }

    [Theory]
    [Stores]
    public async Task An_old_incident_is_found_among_thousands_and_no_page_is_large(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await OpenAsync(database);
        var oldest = Appends.NewId();
        var verdict = await AddAsync(store, Appends.First(oldest));
        await using var reader = await ReaderAsync(database);
        var position = await reader.Changes.EndAsync(None);

        var many = Enumerable.Range(0, 1_000).Select(_ => Appends.NewId()).ToList();
        await Task.WhenAll(many.Select(id => AddAsync(store, Appends.First(id))));
        await AddAsync(store, Appends.After(oldest, verdict));
        var pages = await ReadAsync(reader.Changes, position);

        pages.SelectMany(page => page.Changes).Select(change => change.Id).ShouldBe([.. many, oldest], ignoreOrder: true);
        pages.ShouldAllBe(page => page.Changes.Count <= 200);
    }

    [Theory]
    [Stores]
    public async Task The_last_words_of_a_process_are_heard_and_then_it_is_forgotten(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var leaving = await OpenAsync(database, since: new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var staying = await OpenAsync(database, since: new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        await AddAsync(leaving, Appends.First(Appends.NewId()));
        await AddAsync(staying, Appends.First(Appends.NewId()));
        await using var reader = await ReaderAsync(database);
        var position = await reader.Changes.EndAsync(None);
        position.Ends.Count.ShouldBe(2);

        var last = Appends.NewId();
        await AddAsync(leaving, Appends.First(last));
        await leaving.Lease.ReleaseAsync(None);
        await leaving.DisposeAsync();
        var page = await reader.Changes.AfterAsync(position, None);

        page.Changes.ShouldBe([new(last, 1, IncidentStatus.New)]);
        page.Next.Ends.Count.ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task A_process_that_begins_later_is_heard_from_its_first_word(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var early = await OpenAsync(database);
        await AddAsync(early, Appends.First(Appends.NewId()));
        await using var reader = await ReaderAsync(database);
        var position = await reader.Changes.EndAsync(None);

        var id = Appends.NewId();
        await AddAsync(await OpenAsync(database), Appends.First(id));

        (await reader.Changes.AfterAsync(position, None)).Changes.ShouldBe([new(id, 1, IncidentStatus.New)]);
    }

    private static async Task<List<ChangePage>> ReadAsync(IChangeLog log, ChangePosition from)
    {
        var pages = new List<ChangePage> { await log.AfterAsync(from, None) };
        while (!pages[^1].IsLast)
            pages.Add(await log.AfterAsync(pages[^1].Next, None));
        return pages;
    }

    /// <param name="since">A process is known by when it began.</param>
    private static Task<JournalStore> OpenAsync(TestDatabase database, DateTimeOffset? since = null) =>
        database.OpenAsync(options => options.Exclusive = false, since is { } begin ? new ManualTime(begin) : null);

    private static Task<StoreReader> ReaderAsync(TestDatabase database) =>
        StoreReader.OpenAsync(database.Options(), TimeProvider.System, NullLoggerFactory.Instance, None);

    private static async Task<AppendVerdict> AddAsync(JournalStore store, Append append) =>
        await store.Journal.AppendAsync(append, None);
}
