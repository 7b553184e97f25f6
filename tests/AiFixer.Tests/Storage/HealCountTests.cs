using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Playbooks;
using AiFixer.Storage;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

public sealed class HealCountTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [Stores]
    public async Task Results_are_counted_by_playbook_whichever_batch_brings_them(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => AppendAsync(
            store, new HealCount(i % 3 == 0 ? "dns" : "oom", i % 2 == 0 ? HealResult.Success : HealResult.Failed, Noon.AddSeconds(i)))));
        await AppendAsync(store, new("oom", HealResult.Skipped, Noon), new("oom", HealResult.Skipped, Noon), new("oom", HealResult.Quiet, Noon));

        var records = await store.Records.ReadAsync(None);
        records["dns"].ShouldBe(new PlaybookRecord(Success: 50, Failed: 50, LastAt: Noon.AddSeconds(297)));
        records["oom"].ShouldBe(new PlaybookRecord(Success: 100, Failed: 100, Skipped: 2, Quiet: 1, LastAt: Noon.AddSeconds(299)));
        records.Count.ShouldBe(2);
        (await store.Records.FindAsync("dns", None)).ShouldBe(records["dns"]);
        (await store.Records.FindAsync("DNS", None)).ShouldBeNull();
    }

    [Theory]
    [Stores]
    public async Task What_is_not_written_is_not_counted(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await store.Journal.AppendAsync(Appends.First(Appends.NewId(), new Claim("open:x")), None);

        var verdict = await store.Journal.AppendAsync(
            Appends.First(Appends.NewId(), new Claim("open:x")) with { Heals = [new("dns", HealResult.Success, Noon)] }, None);

        verdict.ShouldBeOfType<AppendVerdict.ClaimLost>();
        (await store.Records.ReadAsync(None)).ShouldBeEmpty();
    }

    [Theory]
    [Stores]
    public async Task They_outlive_the_store_and_are_there_for_those_who_only_read(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await AppendAsync(store, new HealCount("dns", HealResult.Success, Noon));
        await TestDatabase.CloseAsync(store);

        var next = await database.OpenAsync();
        await AppendAsync(next, new HealCount("dns", HealResult.Success, Noon.AddDays(-1)));
        await using var reader = await StoreReader.OpenAsync(database.Options(), TimeProvider.System, NullLoggerFactory.Instance, None);

        (await reader.Records.ReadAsync(None))["dns"].ShouldBe(new PlaybookRecord(Success: 2, LastAt: Noon));
    }

    [Theory]
    [Stores]
    public async Task Where_an_older_program_made_the_tables_nothing_was_counted(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.MakeAsync(9);
        await using var reader = await StoreReader.OpenAsync(database.Options(), TimeProvider.System, NullLoggerFactory.Instance, None);

        (await reader.Records.ReadAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_processes_that_count_the_same_playbooks_crosswise_lose_nothing()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Postgres, postgres);
        JournalStore[] stores = [await database.OpenAsync(options => options.Exclusive = false), await database.OpenAsync(options => options.Exclusive = false)];

        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => AppendAsync(
            stores[i % 2], new HealCount(i % 4 < 2 ? "a" : "b", HealResult.Success, Noon), new HealCount(i % 4 < 2 ? "b" : "a", HealResult.Success, Noon))));

        var records = await stores[0].Records.ReadAsync(None);
        (records["a"].Success, records["b"].Success).ShouldBe((400, 400));
    }

    private static async Task AppendAsync(JournalStore store, params IReadOnlyList<HealCount> heals) =>
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId()) with { Heals = heals }, None)).ShouldBeOfType<AppendVerdict.Stored>();
}
