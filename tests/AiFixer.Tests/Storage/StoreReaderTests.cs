using AiFixer.Core.Ports;
using AiFixer.Storage;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

public sealed class StoreReaderTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task It_shows_what_another_process_writes_and_leaves_no_trace(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        await store.Journal.AppendAsync(Appends.First(id), None);
        var keys = Path.Combine(database.Folder, "of-the-reader");

        await using var reader = await OpenAsync(database, options => (options.DataKeyFolder, options.KeyFolder, options.AuditFolder) = (options.Seals, keys, keys));
        await reader.Queries.PingAsync(None);

        (await reader.Queries.ListAsync(new(), None)).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        (await reader.Queries.CountAsync(None)).Values.Sum().ShouldBe(1);
        (await reader.Journal.LoadAsync(id, None))!.Version.ShouldBe(1);
        (await reader.Journal.EntriesAsync(id, None)).ShouldHaveSingleItem();
        (await database.CountAsync("select count(*) from leases")).ShouldBe(1);
        (await database.CountAsync("select count(*) from streams")).ShouldBe(1);
        Directory.Exists(keys).ShouldBeFalse();
    }

    [Theory]
    [Stores]
    public async Task It_opens_before_there_is_anything_to_read_and_makes_nothing(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);

        await using var reader = await OpenAsync(database);
        await Should.ThrowAsync<JournalUnavailableException>(reader.Queries.PingAsync(None));

        await database.OpenAsync();
        await reader.Queries.PingAsync(None);
    }

    [Theory]
    [Stores]
    public async Task An_older_schema_is_said_to_be_one(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.MakeAsync(schema: 1);

        await using var reader = await OpenAsync(database);

        (await Should.ThrowAsync<JournalUnavailableException>(reader.Queries.PingAsync(None))).Message.ShouldContain("start a silo of this release first");
        (await database.CountAsync("select max(number) from schema_migrations")).ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task A_newer_schema_is_refused(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await database.OpenAsync();
        await database.ExecuteAsync("insert into schema_migrations (number, name, applied_at) values (999, 'later', 0)");

        (await Should.ThrowAsync<StorageRefusedException>(OpenAsync(database))).Message.ShouldContain("version 999");
    }

    private static Task<StoreReader> OpenAsync(TestDatabase database, Action<StorageOptions>? change = null) =>
        StoreReader.OpenAsync(database.Options(change), TimeProvider.System, NullLoggerFactory.Instance, None);
}
