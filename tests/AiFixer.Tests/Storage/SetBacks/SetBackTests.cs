using AiFixer.Core.Documents;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Storage;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Storage.SetBacks;

/// <summary>A database that is older than what was signed about it, however it came to be.</summary>
public sealed class SetBackTests(SharedPostgres postgres)
{
    private static readonly DocumentAuthor Ada = new("u4", "Ada");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [Stores]
    public async Task It_is_stopped_and_says_what_is_missing(string provider)
    {
        await using var database = await CutOffAsync(provider);

        var store = await database.OpenAsync();

        var stopped = PolicyDocument.ReadKillSwitch((await store.Documents.GetAsync(PolicyDocument.Kind, PolicyDocument.KillSwitch, Stop))!);
        stopped.By.ShouldBe("AiFixer");
        stopped.Reason.ShouldContain("2 entries");
        stopped.Reason.ShouldContain("checkpoints.jsonl line 1");
        (await store.Documents.GetAsync(PolicyDocument.Kind, PolicyDocument.SetBack, Stop)).ShouldNotBeNull();
    }

    [Theory]
    [Stores]
    public async Task Once_somebody_let_it_go_on_the_next_start_does_not_stop_it_again(string provider)
    {
        await using var database = await CutOffAsync(provider);
        await using (var first = await JournalStore.OpenAsync(database.Options(), TimeProvider.System, Logs, Stop))
            await first.Documents.ApplyAsync(PolicyDocument.GoOn(Ada, "I looked."), Stop);

        var store = await database.OpenAsync();

        (await store.Documents.GetAsync(PolicyDocument.Kind, PolicyDocument.KillSwitch, Stop)).ShouldBeNull();
    }

    [Theory]
    [Stores]
    public async Task Put_back_once_more_it_is_stopped_again(string provider)
    {
        await using var database = await CutOffAsync(provider);
        await using (var first = await JournalStore.OpenAsync(database.Options(), TimeProvider.System, Logs, Stop))
        {
            await first.Documents.ApplyAsync(PolicyDocument.GoOn(Ada, "I looked."), Stop);
            await first.Lease.AcquireAsync(Stop);
            await AuditedHistory.WriteAsync(first);
        }

        await database.ExecuteAsync("delete from entries where stream = (select max(stream) from entries)");
        var store = await database.OpenAsync();

        (await store.Documents.GetAsync(PolicyDocument.Kind, PolicyDocument.KillSwitch, Stop)).ShouldNotBeNull();
    }

    [Theory]
    [Stores]
    public async Task Numbers_of_streams_that_were_signed_are_not_given_again(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await WriteAsync(database);
        await WriteAsync(database);
        await database.ExecuteAsync("delete from entries where stream = 2");
        await database.ExecuteAsync("delete from streams where id = 2");
        await database.ExecuteAsync(provider == StorageOptions.Sqlite
            ? "update sqlite_sequence set seq = 1 where name = 'streams'"
            : "alter table streams alter column id restart with 2");

        var store = await database.OpenAsync();
        await store.Journal.AppendAsync(Appends.First(Appends.NewId()), Stop);

        (await database.CountAsync("select max(id) from streams")).ShouldBeGreaterThan(2);
        await store.Audit.CheckpointAsync(Stop);
        (await File.ReadAllLinesAsync(database.Options().CheckpointPath, Stop)).Length.ShouldBe(3);
    }

    [Theory]
    [Stores]
    public async Task Checkpoints_of_another_store_stop_nobody(string provider)
    {
        await using var database = await CutOffAsync(provider);
        await database.ExecuteAsync("update streams set checkpoint_file = 'another'");

        var store = await database.OpenAsync();

        (await store.Documents.ListAsync(PolicyDocument.Kind, Stop)).Items.ShouldBeEmpty();
    }

    [Theory]
    [Stores]
    public async Task Who_had_stopped_it_before_is_still_said(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await WriteAsync(database);
        await using (var first = await JournalStore.OpenAsync(database.Options(), TimeProvider.System, Logs, Stop))
            await first.Documents.ApplyAsync(PolicyDocument.Stop(Ada, "It restarts the wrong thing."), Stop);
        await database.ExecuteAsync("delete from entries where seq > 3");

        var store = await database.OpenAsync();

        (await store.Documents.GetAsync(PolicyDocument.Kind, PolicyDocument.KillSwitch, Stop))!.By.ShouldBe(Ada);
        (await store.Documents.GetAsync(PolicyDocument.Kind, PolicyDocument.SetBack, Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_found_too_when_another_database_answers_under_a_service_that_runs()
    {
        await using var server = await PostgresServer.StartNewAsync();
        await using var database = TestDatabase.On(await server.CreateDatabaseAsync());
        var store = await database.OpenAsync();
        await AuditedHistory.WriteAsync(store);
        // What a standby that was behind looks like.
        await database.ExecuteAsync("delete from entries where seq > 3");
        await server.CrashAsync();
        await server.StartAsync();

        await Eventually.TrueAsync(
            async () => await store.Journal.AppendAsync(Appends.First(Appends.NewId()), Stop) is AppendVerdict.Stored, "it writes again", cancellation: Stop);

        await Eventually.TrueAsync(
            async () => await store.Documents.GetAsync(PolicyDocument.Kind, PolicyDocument.KillSwitch, Stop) is not null, "it is stopped", cancellation: Stop);
    }

    [Theory]
    [Stores]
    public async Task One_that_was_left_alone_is_never_stopped(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        for (var run = 0; run < 3; run++)
            await WriteAsync(database);

        var store = await database.OpenAsync();

        (await store.Documents.ListAsync(PolicyDocument.Kind, Stop)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_said_loudly()
    {
        await using var database = await CutOffAsync(StorageOptions.Sqlite);
        using var log = new HeardLog();

        await using var store = await JournalStore.OpenAsync(database.Options(), TimeProvider.System, log.Factory, Stop);

        log.Said.ShouldContain(said => said.Level == LogLevel.Critical && said.Text.Contains("2 entries", StringComparison.Ordinal));
    }

    private static ILoggerFactory Logs => Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance;

    /// <summary>Five entries are signed, the last two are gone.</summary>
    private async Task<TestDatabase> CutOffAsync(string provider)
    {
        var database = await TestDatabase.NewAsync(provider, postgres);
        await WriteAsync(database);
        await database.ExecuteAsync("delete from entries where seq > 3");
        return database;
    }

    private static async Task WriteAsync(TestDatabase database)
    {
        await using var store = await JournalStore.OpenAsync(database.Options(), TimeProvider.System, Logs, Stop);
        await store.Lease.AcquireAsync(Stop);
        await AuditedHistory.WriteAsync(store);
        await store.Lease.ReleaseAsync(Stop);
    }
}
