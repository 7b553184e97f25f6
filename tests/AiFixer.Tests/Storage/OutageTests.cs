using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

public sealed class OutageTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_stopped_database_is_told_quickly_and_the_journal_goes_on_when_it_is_back()
    {
        await using var server = await PostgresServer.StartNewAsync();
        await using var database = TestDatabase.On(await server.CreateDatabaseAsync());
        var store = await database.OpenAsync();
        await store.Journal.AppendAsync(Appends.First(Appends.NewId()), None);

        await server.StopAsync();
        for (var round = 0; round < 20; round++)
        {
            var waiting = Enumerable.Range(0, 50).Select(_ => store.Journal.AppendAsync(Appends.First(Appends.NewId()), None).AsTask()).ToList();
            foreach (var append in waiting)
                await Should.ThrowAsync<JournalUnavailableException>(() => append.WaitAsync(Eventually.DefaultLimit, TimeProvider.System));
        }

        await Should.ThrowAsync<JournalUnavailableException>(() => store.Queries.PingAsync(None));
        await Should.ThrowAsync<JournalUnavailableException>(() => store.Lease.AcquireAsync(None));
        await server.StartAsync();

        await Eventually.TrueAsync(async () => (await store.Lease.AcquireAsync(None)).Held, "the lease is ours again", cancellation: None);
        (await store.Journal.AppendAsync(Appends.First(Appends.NewId()), None)).ShouldBeOfType<AppendVerdict.Stored>();
        await store.Audit.CheckpointAsync(None);
        var report = await store.Audit.VerifyAsync(None);
        (report.ProblemCount, report.Entries, report.Covered).ShouldBe((0, 2, 2));
        (await database.CountAsync("select count(*) from pg_stat_activity where application_name = 'aifixer'")).ShouldBeLessThan(6);
    }

    [Fact]
    public async Task What_was_answered_survives_the_death_of_the_server()
    {
        await using var server = await PostgresServer.StartNewAsync();
        await using var database = TestDatabase.On(await server.CreateDatabaseAsync());
        var store = await database.OpenAsync();
        for (var round = 0; round < 3; round++)
        {
            var ids = Enumerable.Range(0, 20).Select(_ => Appends.NewId()).ToList();
            var verdicts = await Task.WhenAll(ids.Select(id => store.Journal.AppendAsync(Appends.First(id, new Claim(id.Value)), None).AsTask()));
            await server.CrashAsync();
            verdicts.ShouldAllBe(verdict => verdict is AppendVerdict.Stored);
            await server.StartAsync();

            foreach (var id in ids)
                (await LoadedAsync(store.Journal, id)).Version.ShouldBe(1);
            await Eventually.TrueAsync(async () => (await store.Lease.AcquireAsync(None)).Held, "the lease is ours again", cancellation: None);
        }
    }

    [Fact]
    public async Task What_SQLite_answered_is_in_its_files_at_that_moment()
    {
        await using var database = await TestDatabase.NewAsync("sqlite", postgres);
        await using var copy = await TestDatabase.NewAsync("sqlite", postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        await store.Journal.AppendAsync(Appends.First(id), None);

        foreach (var file in Directory.GetFiles(database.Folder, "aifixer.db*").Where(name => !name.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));

        var restored = await copy.OpenAsync(options => options.DataKeyFolder = database.Options().Seals);
        (await restored.Journal.LoadAsync(id, None)).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task A_database_that_keeps_us_waiting_is_unavailable_after_its_time_and_nothing_is_stored(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.AnswerTime = TimeSpan.FromSeconds(1));
        var id = Appends.NewId();
        await using (var other = DatabaseFactory.Create(database.Options(), NullLoggerFactory.Instance))
        await using (var connection = await other.OpenReaderAsync(None))
        {
            connection.Execute(provider == "sqlite" ? "begin immediate" : "begin");
            connection.Execute("update leases set expires_at = expires_at");

            await Should.ThrowAsync<JournalUnavailableException>(async () => await store.Journal.AppendAsync(Appends.First(id), None));
            connection.Execute("rollback");
        }

        (await store.Lease.AcquireAsync(None)).Held.ShouldBeTrue();
        (await store.Journal.AppendAsync(Appends.First(id), None)).ShouldBeOfType<AppendVerdict.Stored>();
    }

    private static Task<StoredIncident> LoadedAsync(IJournal journal, AiFixer.Core.IncidentId id) =>
        Eventually.ValueAsync(() => journal.LoadAsync(id, None), "the incident is there", cancellation: None);
}
