using System.Text;
using AiFixer.Core;
using AiFixer.Core.Changes;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.Storage.Sealing;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage.Sealing;

public sealed class SealedStoreTests(SharedPostgres postgres)
{
    private const string Marker = "Xk93-the-customer-is-Brown";
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [Stores]
    public async Task Nothing_that_is_kept_of_a_new_store_can_be_read_without_its_key(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(On);

        await FillAsync(store);

        foreach (var column in SealedColumn.All)
            (await SealedRows.CountAsync(database, column, isSealed: false)).ShouldBe(0, column.Table);
        (await SealedRows.AllAsync(database)).ShouldNotContain(Marker);
        await TestDatabase.CloseAsync(store);
        if (provider == StorageOptions.Sqlite)
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(database.Options().DatabasePath, Stop)).ShouldNotContain(Marker);
    }

    [Fact]
    public async Task A_new_store_in_SQLite_is_sealed_without_being_asked()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await FillAsync(await database.OpenAsync());

        (await SealedRows.AllAsync(database)).ShouldNotContain(Marker);
    }

    [Fact]
    public async Task One_in_PostgreSQL_is_not_since_its_key_may_go_with_the_container()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Postgres, postgres);
        await FillAsync(await database.OpenAsync());

        (await SealedRows.AllAsync(database)).ShouldContain(Marker);
        (await database.CountAsync("select count(*) from data_keys")).ShouldBe(0);
    }

    [Theory]
    [Stores]
    public async Task What_is_in_clear_is_found_by_the_same_look(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.Sealing = SealMode.Off);

        await FillAsync(store);

        (await SealedRows.AllAsync(database)).ShouldContain(Marker);
    }

    [Theory]
    [Stores]
    public async Task With_the_key_everything_is_read_as_it_was_written(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(On);
        var (id, blob) = await FillAsync(store);
        await TestDatabase.CloseAsync(store);

        var again = await database.OpenAsync(On);

        Encoding.UTF8.GetString((await again.Journal.EntriesAsync(id, Stop))[0].Entry.Span).ShouldContain(Marker);
        Encoding.UTF8.GetString((await again.Journal.LoadAsync(id, Stop))!.Snapshot.Span).ShouldContain(Marker);
        (await again.Journal.BlobAsync(blob.Hash, Stop))!.Bytes.ToArray().ShouldBe(blob.Bytes.ToArray());
        (await again.Reported.ListAsync(new(Noon, Noon.AddHours(1), null, 10), Stop)).ShouldHaveSingleItem().Message.ShouldBe(Marker);
        Encoding.UTF8.GetString((await again.Inbox.TakeAsync("lark", "us", TimeSpan.FromMinutes(1), 10, Stop)).ShouldHaveSingleItem().Body.Span).ShouldBe(Marker);
        await again.Audit.CheckpointAsync(Stop);
        (await again.Audit.VerifyAsync(Stop)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [Stores]
    public async Task A_store_without_its_key_is_refused_by_name_and_no_other_key_is_made(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.OpenedAndClosedAsync(On);
        var path = MasterKey.PathOf(database.Options().Seals, "data-1");
        File.Delete(path);

        var refused = await Should.ThrowAsync<StorageRefusedException>(database.OpenAsync(On));

        refused.Message.ShouldContain(path);
        File.Exists(path).ShouldBeFalse();
    }

    [Theory]
    [Stores]
    public async Task Another_key_of_the_same_name_is_told_to_be_one(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.OpenedAndClosedAsync(On);
        var path = MasterKey.PathOf(database.Options().Seals, "data-1");
        await File.WriteAllTextAsync(path, Convert.ToBase64String(new byte[DataKey.Bytes]), Stop);

        (await Should.ThrowAsync<StorageRefusedException>(database.OpenAsync(On))).Message.ShouldContain("another key of the name data-1");
    }

    [Theory]
    [Stores]
    public async Task A_sealed_store_whose_keys_were_removed_is_refused_and_gets_no_new_one(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(On);
        await FillAsync(store);
        await TestDatabase.CloseAsync(store);
        await database.ExecuteAsync("delete from data_keys");

        foreach (var mode in Enum.GetValues<SealMode>())
            (await Should.ThrowAsync<StorageRefusedException>(database.OpenAsync(options => options.Sealing = mode))).Message.ShouldContain("data_keys");
        (await database.CountAsync("select count(*) from data_keys")).ShouldBe(0);
    }

    [Theory]
    [Stores]
    public async Task Content_that_only_looks_sealed_is_no_reason_to_refuse(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.Sealing = SealMode.Off);
        var id = Appends.NewId();
        await store.Journal.AppendAsync(Appends.First(id) with { Entry = SealForm.Prefix("0123456789abcdef") }, Stop);
        await TestDatabase.CloseAsync(store);

        var again = await database.OpenAsync();

        (await again.Journal.EntriesAsync(id, Stop)).ShouldHaveSingleItem().Entry.ToArray().ShouldBe(SealForm.Prefix("0123456789abcdef"));
    }

    [Theory]
    [Stores]
    public async Task Sealed_content_that_was_moved_to_another_row_is_found(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(On);
        var (first, second) = (Appends.NewId(), Appends.NewId());
        await store.Journal.AppendAsync(Appends.First(first), Stop);
        await store.Journal.AppendAsync(Appends.First(second), Stop);

        await database.ExecuteAsync($"update entries set entry = (select o.entry from entries as o where o.incident = '{second}') where incident = '{first}'");

        await Should.ThrowAsync<ContentDamagedException>(store.Journal.EntriesAsync(first, Stop));
        (await store.Audit.VerifyAsync(Stop)).Problems.ShouldHaveSingleItem().Incident.ShouldBe(first.Value);
    }

    [Theory]
    [Stores]
    public async Task Whoever_only_reads_sees_what_is_sealed_with_a_key_made_since(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.OpenedAndClosedAsync(options => options.Sealing = SealMode.Off);
        await using var reader = await StoreReader.OpenAsync(database.Options(), TimeProvider.System, NullLoggerFactory.Instance, Stop);

        var store = await database.OpenAsync(On);
        var (id, _) = await FillAsync(store);

        Encoding.UTF8.GetString((await reader.Journal.EntriesAsync(id, Stop))[0].Entry.Span).ShouldContain(Marker);
        (await reader.Inbox.AddAsync("lark", "2", Encoding.UTF8.GetBytes(Marker), Stop)).ShouldBeTrue();
        (await SealedRows.AllAsync(database)).ShouldNotContain(Marker);
    }

    internal static async Task<(IncidentId Id, Blob Blob)> FillAsync(JournalStore store)
    {
        var id = Appends.NewId();
        var content = Appends.Bytes($$"""{"note":"{{Marker}}"}""");
        var blob = Blob.Of("text/plain", Appends.Bytes($"{Marker} {id}"));
        (await store.Journal.AppendAsync(Appends.First(id) with { Entry = content, Snapshot = content, Blobs = [blob] }, Stop)).ShouldBeOfType<AppendVerdict.Stored>();
        await store.Inbox.AddAsync("lark", id.Value, Encoding.UTF8.GetBytes(Marker), Stop);
        await store.Reported.AddAsync([new() { Kind = ReportedChangeKind.Commit, At = Noon, Message = Marker }], Stop);
        return (id, blob);
    }

    private static void On(StorageOptions options) => options.Sealing = SealMode.On;
}
