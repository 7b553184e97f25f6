using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Sealing;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage.Sealing;

public sealed class KeyExchangeTests(SharedPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [Stores]
    public async Task After_an_exchange_the_old_key_is_needed_no_more(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(On);
        var (id, _) = await SealedStoreTests.FillAsync(store);
        await TestDatabase.CloseAsync(store);

        await database.OpenedAndClosedAsync(Second);
        File.Delete(PathOf(database, "data-1"));

        var again = await database.OpenAsync(Second);
        (await again.Journal.EntriesAsync(id, Stop)).ShouldHaveSingleItem();
        (await again.Audit.VerifyAsync(Stop)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [Stores]
    public async Task What_is_written_after_it_is_out_of_reach_for_the_old_key_and_the_rest_is_sealed_anew(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(On);
        var (id, blob) = await SealedStoreTests.FillAsync(store);
        var first = await SealedRows.KeysAsync(database);
        await TestDatabase.CloseAsync(store);

        store = await database.OpenAsync(Second);
        await SealedStoreTests.FillAsync(store);
        (await SealedRows.KeysAsync(database)).Count.ShouldBe(2);
        var rows = await store.ResealAsync(Stop);

        // An entry, a snapshot, a blob, a message and a change.
        rows.ShouldBe(5);
        (await SealedRows.KeysAsync(database)).ShouldHaveSingleItem().ShouldNotBe(first.Single());
        (await store.Journal.EntriesAsync(id, Stop)).ShouldHaveSingleItem();
        (await store.Journal.BlobAsync(blob.Hash, Stop))!.Bytes.ToArray().ShouldBe(blob.Bytes.ToArray());
        (await store.Audit.VerifyAsync(Stop)).Problems.ShouldBeEmpty();
        (await store.ResealAsync(Stop)).ShouldBe(0);
    }

    [Theory]
    [Stores]
    public async Task A_process_that_still_has_the_old_name_does_not_exchange_it_back(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.OpenedAndClosedAsync(On);
        await database.OpenedAndClosedAsync(Second);

        var late = await database.OpenAsync(On);

        (await database.CountAsync("select count(*) from data_keys where name = 'data-2'")).ShouldBe(2);
        (await database.CountAsync("select count(*) from data_keys")).ShouldBe(2);
        await SealedStoreTests.FillAsync(late);
    }

    [Theory]
    [Stores]
    public async Task A_store_that_was_in_clear_is_sealed_when_that_is_asked_for_and_not_before(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.Sealing = SealMode.Off);
        var (id, _) = await SealedStoreTests.FillAsync(store);
        await store.Audit.CheckpointAsync(Stop);
        await TestDatabase.CloseAsync(store);
        await database.OpenedAndClosedAsync();
        (await SealedRows.KeysAsync(database)).ShouldBe([""]);

        store = await database.OpenAsync(On);
        await store.ResealAsync(Stop);

        (await SealedRows.KeysAsync(database)).ShouldHaveSingleItem().ShouldNotBeEmpty();
        (await store.Journal.LoadAsync(id, Stop)).ShouldNotBeNull();
        var report = await store.Audit.VerifyAsync(Stop);
        (report.ProblemCount, report.Covered).ShouldBe((0, 1));
        (await database.CountAsync("select is_whole from data_keys")).ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task What_cannot_be_opened_stays_as_it_is_and_the_rest_goes_on(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(On);
        var (damaged, _) = await SealedStoreTests.FillAsync(store);
        await SealedStoreTests.FillAsync(store);
        await TestDatabase.CloseAsync(store);
        await database.ExecuteAsync($"update entries set version = 7 where incident = '{damaged}'");

        store = await database.OpenAsync(Second);
        await store.ResealAsync(Stop);

        (await SealedRows.KeysAsync(database)).Count.ShouldBe(2);
        (await store.Audit.VerifyAsync(Stop)).IsSound.ShouldBeFalse();
        await database.ExecuteAsync($"update entries set version = 1 where incident = '{damaged}'");
        (await store.Journal.EntriesAsync(damaged, Stop)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_database_that_lacks_the_key_is_not_written_to_after_a_reconnect()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await database.OpenAsync(On);
        await database.ExecuteAsync("update data_keys set id = 'of-another'");
        await using var opened = DatabaseFactory.Create(database.Options(), NullLoggerFactory.Instance);
        await using var connection = await opened.OpenReaderAsync(Stop);
        var vault = new Vault(database.Options());
        vault.Learn([MasterKey.Find(database.Options().Seals, "data-1")!.Wrap(DataKey.New(), 1, DateTimeOffset.UnixEpoch, isWhole: true)]);

        Should.Throw<StorageRefusedException>(() => SealGuard.Compare(connection, vault)).Message.ShouldContain("Restart");
    }

    [Fact]
    public async Task Nothing_is_written_to_a_database_without_the_key_that_answers_under_a_service_that_runs()
    {
        await using var server = await PostgresServer.StartNewAsync();
        await using var database = TestDatabase.On(await server.CreateDatabaseAsync());
        var store = await database.OpenAsync(On);
        await SealedStoreTests.FillAsync(store);
        // What a database restored from the day before it was sealed looks like.
        await database.ExecuteAsync("delete from data_keys");
        var before = await database.CountAsync("select count(*) from entries");
        await server.CrashAsync();
        await server.StartAsync();

        await Eventually.TrueAsync(async () => await RefusedAsync(store), "it says why it does not write", cancellation: Stop);

        (await database.CountAsync("select count(*) from entries")).ShouldBe(before);
    }

    [Theory]
    [Stores]
    public async Task A_process_that_dies_while_it_seals_anew_leaves_what_another_goes_on_with(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(On);
        var ids = await ManyAsync(store, 250);
        await TestDatabase.CloseAsync(store);
        store = await database.OpenAsync(options => (options.DataKey, options.ResealPause) = ("data-2", TimeSpan.FromMinutes(1)));
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var sealing = store.ResealAsync(death.Token);
        await Eventually.TrueAsync(async () => (await SealedRows.KeysAsync(database)).Count == 2, "a piece is sealed anew", cancellation: Stop);
        await death.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(sealing);
        await TestDatabase.CloseAsync(store);
        (await SealedRows.KeysAsync(database)).Count.ShouldBe(2);
        await database.ExecuteAsync("delete from claims where key = 'seal:turn'");

        store = await database.OpenAsync(Second);
        (await store.ResealAsync(Stop)).ShouldBeGreaterThan(250);

        (await SealedRows.KeysAsync(database)).Count.ShouldBe(1);
        foreach (var id in ids)
            (await store.Journal.EntriesAsync(id, Stop)).ShouldHaveSingleItem();
        (await store.Audit.VerifyAsync(Stop)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_processes_one_seals_anew_while_both_write()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Postgres, postgres);
        var store = await database.OpenAsync(Shared);
        var ids = (await ManyAsync(store, 250)).ToList();
        await TestDatabase.CloseAsync(store);
        var (one, two) = (await database.OpenAsync(SharedSecond), await database.OpenAsync(SharedSecond));

        var rows = Task.WhenAll(one.ResealAsync(Stop), two.ResealAsync(Stop));
        ids.AddRange((await Task.WhenAll(ManyAsync(one, 100), ManyAsync(two, 100))).SelectMany(some => some));

        (await rows).Count(count => count > 0).ShouldBe(1);
        (await SealedRows.KeysAsync(database)).Count.ShouldBe(1);
        foreach (var id in ids)
            (await two.Journal.EntriesAsync(id, Stop)).ShouldHaveSingleItem();
        (await two.Audit.VerifyAsync(Stop)).Problems.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<IncidentId>> ManyAsync(JournalStore store, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Appends.NewId()).ToList();
        foreach (var verdict in await Task.WhenAll(ids.Select(id => store.Journal.AppendAsync(Appends.First(id), Stop).AsTask())))
            verdict.ShouldBeOfType<AppendVerdict.Stored>();
        return ids;
    }

    private static async Task<bool> RefusedAsync(JournalStore store)
    {
        try
        {
            await store.Journal.AppendAsync(Appends.First(Appends.NewId()), Stop);
            throw new ShouldAssertException("It was written.");
        }
        catch (JournalUnavailableException exception)
        {
            return exception.Message.Contains("Restart this process", StringComparison.Ordinal);
        }
    }

    private static void Shared(StorageOptions options) => (options.Sealing, options.Exclusive) = (SealMode.On, false);

    private static void SharedSecond(StorageOptions options) => (options.DataKey, options.Exclusive) = ("data-2", false);

    private static string PathOf(TestDatabase database, string name) => MasterKey.PathOf(database.Options().Seals, name);

    private static void Second(StorageOptions options) => options.DataKey = "data-2";

    private static void On(StorageOptions options) => options.Sealing = SealMode.On;
}
