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

    private static string PathOf(TestDatabase database, string name) => MasterKey.PathOf(database.Options().Seals, name);

    private static void Second(StorageOptions options) => options.DataKey = "data-2";

    private static void On(StorageOptions options) => options.Sealing = SealMode.On;
}
