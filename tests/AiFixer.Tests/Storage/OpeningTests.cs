using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class OpeningTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task Two_that_start_at_once_migrate_once(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            Task.Run(() => database.OpenAsync(options => (options.AuditFolder, options.KeyFolder, options.DataKeyFolder) = (database.Folder + i, database.Folder + i, database.Folder)))));

        (await database.CountAsync("select count(*) from schema_migrations")).ShouldBe(
            await database.CountAsync("select max(number) from schema_migrations"));
        var verdicts = await Task.WhenAll(stores.Select(store => store.Journal.AppendAsync(Appends.First(Appends.NewId()), None).AsTask()));
        verdicts.OfType<AppendVerdict.Stored>().ShouldHaveSingleItem();
        for (var i = 0; i < 4; i++)
        {
            await stores[i].DisposeAsync();
            Directory.Delete(database.Folder + i, recursive: true);
        }
    }

    [Theory]
    [Stores]
    public async Task What_was_stored_is_there_after_closing_and_opening(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var id = Appends.NewId();
        await using (var first = await database.OpenAsync())
        {
            await first.Journal.AppendAsync(Appends.First(id), None);
            await first.Lease.ReleaseAsync(None);
        }

        var second = await database.OpenAsync();

        (await second.Journal.LoadAsync(id, None)).ShouldNotBeNull();
        (await second.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.Stored>();
        (await second.Audit.VerifyAsync(None)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [Stores]
    public async Task Tables_of_an_earlier_program_are_brought_up_with_what_is_in_them(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.MakeAsync(schema: 1);
        await database.ExecuteAsync(
            "insert into incidents values ('INC-1', 1, 'd', 'Escalated', 'P1', 'Old', 'f', 't', 'old', 0, 0, null, '', 1, 0, 0)");

        var store = await database.OpenAsync();

        var page = await store.Queries.ListAsync(new([IncidentStatus.Escalated], Text: "old"), None);
        page.Items.ShouldHaveSingleItem().Row.Title.ShouldBe("Old");
        (await store.Queries.CountAsync(None)).ShouldHaveSingleItem().Value.ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task A_schema_newer_than_the_program_is_refused(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.OpenAsync();
        await database.ExecuteAsync("insert into schema_migrations (number, name, applied_at) values (999, 'future', 0)");

        var refused = await Should.ThrowAsync<StorageRefusedException>(() => database.OpenAsync());

        refused.Message.ShouldContain("999");
        refused.Message.ShouldContain($"knows version {Steps.For(Dialect.Sqlite).Newest} at most");
    }

    [Theory]
    [Stores]
    public async Task Tables_that_were_damaged_are_refused_by_name(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await (await database.OpenAsync()).DisposeAsync();
        await database.ExecuteAsync("drop table blobs");

        var refused = await Should.ThrowAsync<StorageRefusedException>(() => database.OpenAsync());

        refused.Message.ShouldContain("without blobs");
    }

    [Theory]
    [Stores]
    public async Task Tables_that_another_program_made_are_refused(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await (await database.OpenAsync()).DisposeAsync();
        await database.ExecuteAsync("update schema_migrations set name = 'something' where number = 1");

        var refused = await Should.ThrowAsync<StorageRefusedException>(() => database.OpenAsync());

        refused.Message.ShouldContain("1 (something)");
        refused.Message.ShouldContain("1 (journal)");
    }

    [Theory]
    [Stores]
    public async Task Tables_without_a_recorded_version_are_refused(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.MakeAsync(schema: 0);
        await database.ExecuteAsync("create table entries (something text)");

        var refused = await Should.ThrowAsync<StorageRefusedException>(() => database.OpenAsync());

        refused.Message.ShouldContain("no version");
        refused.Message.ShouldContain("entries");
    }

    [Theory]
    [Stores]
    public async Task Closing_writes_what_is_waiting_and_then_nothing_is_taken(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var waiting = Enumerable.Range(0, 500).Select(_ => store.Journal.AppendAsync(Appends.First(Appends.NewId()), None).AsTask()).ToList();

        await store.DisposeAsync();

        (await Task.WhenAll(waiting)).ShouldAllBe(verdict => verdict is AppendVerdict.Stored);
        await Should.ThrowAsync<JournalUnavailableException>(async () => await store.Journal.AppendAsync(Appends.First(Appends.NewId()), None));
        await using var verifier = AiFixer.Storage.Audit.AuditVerifier.Create(
            database.Options(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        var report = await verifier.VerifyAsync(None);
        (report.IsSound, report.Covered, report.Uncovered).ShouldBe((true, 500, 0));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_unavailable()
    {
        await using var database = TestDatabase.On($"Host=127.0.0.1;Port={FreePort.Next()};Username=postgres;Database=none");

        await Should.ThrowAsync<JournalUnavailableException>(() => database.OpenAsync());
    }
}
