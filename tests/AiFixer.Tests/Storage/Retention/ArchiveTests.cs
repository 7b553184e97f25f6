using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.Storage.Retention;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage.Retention;

public sealed class ArchiveTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task What_closed_long_ago_goes_into_a_file_with_everything_that_belongs_to_it(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(NoPause);
        var blob = Blob.Of("application/json", Appends.Bytes("""{"pods":["a","b"]}"""));
        var id = await ArchivedHistory.CloseAsync(store, blobs: [blob]);
        await store.Journal.CountAsync(new(id, Appends.Row().OpenedAt), None);
        var entries = await store.Journal.EntriesAsync(id, None);
        var row = await store.Journal.LoadAsync(id, None);

        (await store.ArchiveAsync(None)).ShouldBe(1);

        (await store.Journal.LoadAsync(id, None)).ShouldBeNull();
        (await store.Journal.EntriesAsync(id, None)).ShouldBeEmpty();
        (await store.Journal.BlobAsync(blob.Hash, None)).ShouldBeNull();
        var found = new ArchiveFolder(Path.Combine(database.Folder, "archive"), Path.Combine(database.Folder, "keys")).Find(id).ShouldNotBeNull();
        found.Incident.Entries.Select(entry => entry.Entry.ToArray()).ShouldBe(entries.Select(entry => entry.Entry.ToArray()));
        found.Incident.Entries.Select(entry => entry.Digest).ShouldBe(entries.Select(entry => entry.Digest));
        found.Incident.Row.Snapshot.ToArray().ShouldBe(row!.Snapshot.ToArray());
        (found.Incident.Row.Digest, found.Incident.Row.Repeats, found.Incident.Row.Title).ShouldBe((row.Digest, 1, row.Row.Title));
        found.Blobs.ShouldHaveSingleItem().Bytes.ToArray().ShouldBe(blob.Bytes.ToArray());
    }

    [Theory]
    [Stores]
    public async Task Only_what_is_closed_long_enough_and_wanted_by_nobody_goes(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(NoPause);
        var old = await ArchivedHistory.CloseAsync(store, status: IncidentStatus.Ignored);
        var open = await ArchivedHistory.CloseAsync(store, status: IncidentStatus.Escalated);
        var young = await ArchivedHistory.CloseAsync(store, daysAgo: ArchivedHistory.Kept - 1);
        var repeated = await ArchivedHistory.CloseAsync(store);
        await store.Journal.CountAsync(new(repeated, TimeProvider.System.GetUtcNow()), None);
        var owing = await ArchivedHistory.CloseAsync(store);
        await database.ExecuteAsync($"update incidents set due = 1 where id = '{owing}'");
        var holding = await ArchivedHistory.CloseAsync(store);
        await database.ExecuteAsync($"insert into claims (key, incident, version, expires_at) values ('open:{holding}', '{holding}', 3, null)");

        (await store.ArchiveAsync(None)).ShouldBe(1);

        (await store.Journal.LoadAsync(old, None)).ShouldBeNull();
        foreach (var kept in new[] { open, young, repeated, owing, holding })
            (await store.Journal.LoadAsync(kept, None)).ShouldNotBeNull();
    }

    [Theory]
    [Stores]
    public async Task It_is_found_again_by_its_id_and_counted_no_more(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => (options.Retention.Pause, options.Retention.FileSize) = (TimeSpan.Zero, 3));
        var gone = await ArchivedHistory.CloseAsync(store, 7, daysAgo: 100);
        var there = await ArchivedHistory.CloseAsync(store, daysAgo: 1);
        (await store.Queries.CountAsync(None))[IncidentStatus.Resolved].ShouldBe(8);

        (await store.ArchiveAsync(None)).ShouldBe(7);

        (await store.Queries.CountAsync(None))[IncidentStatus.Resolved].ShouldBe(1);
        foreach (var id in gone)
            (await store.Archive.FindAsync(id, None)).ShouldNotBeNull().File.ShouldContain(".jsonl.gz");
        (await store.Archive.FindAsync(there, None)).ShouldBeNull();
        (await store.Archive.FindAsync(Appends.NewId(), None)).ShouldBeNull();
        Directory.GetFiles(Path.Combine(database.Folder, "archive")).Length.ShouldBe(3);
    }

    [Theory]
    [Stores]
    public async Task A_blob_goes_with_the_last_incident_that_refers_to_it(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(NoPause);
        var shared = Blob.Of("text/plain", Appends.Bytes("[]"));
        var own = Blob.Of("text/plain", Appends.Bytes("mine"));
        await ArchivedHistory.CloseAsync(store, blobs: [shared, own]);
        var younger = await ArchivedHistory.CloseAsync(store, daysAgo: 10, blobs: [shared]);
        await store.ArchiveAsync(None);
        (await store.Journal.BlobAsync(own.Hash, None)).ShouldBeNull();
        (await store.Journal.BlobAsync(shared.Hash, None)).ShouldNotBeNull();

        await database.ExecuteAsync($"update incidents set updated_at = 1, last_seen = 1 where id = '{younger}'");
        await store.Lease.ReleaseAsync(None);
        var later = await database.OpenAsync(options => (options.Retention.Pause, options.Retention.ArchiveAfterDays) = (TimeSpan.Zero, 5));
        (await later.ArchiveAsync(None)).ShouldBe(1);

        (await store.Journal.BlobAsync(shared.Hash, None)).ShouldBeNull();
        (await database.CountAsync("select count(*) from blobs")).ShouldBe(0);
        (await database.CountAsync("select count(*) from blob_refs")).ShouldBe(0);
    }

    [Theory]
    [Stores]
    public async Task Nothing_is_decided_any_more_on_what_was_archived(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(NoPause);
        var id = await ArchivedHistory.CloseAsync(store);
        var row = (await store.Journal.LoadAsync(id, None))!;
        await store.ArchiveAsync(None);

        (await store.Journal.AppendAsync(Appends.After(id, new AppendVerdict.Stored(row.Version, row.Digest)), None))
            .ShouldBeOfType<AppendVerdict.Stale>();
    }

    [Theory]
    [Stores]
    public async Task A_process_without_the_lease_removes_nothing(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(NoPause);
        await ArchivedHistory.CloseAsync(store);
        await store.Lease.ReleaseAsync(None);

        (await store.ArchiveAsync(None)).ShouldBe(0);

        (await database.CountAsync("select count(*) from incidents")).ShouldBe(1);
        Directory.Exists(Path.Combine(database.Folder, "archive")).ShouldBeFalse();
    }

    [Theory]
    [Stores]
    public async Task Off_is_off(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.Retention.ArchiveAfterDays = 0);
        await ArchivedHistory.CloseAsync(store, daysAgo: 3000);

        (await store.ArchiveAsync(None)).ShouldBe(0);

        (await database.CountAsync("select count(*) from incidents")).ShouldBe(1);
    }

    [Theory]
    [Stores]
    public async Task It_is_done_every_so_often(string provider)
    {
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(NoPause, time);
        await ArchivedHistory.CloseAsync(store);

        time.Advance(TimeSpan.FromHours(1));

        await Eventually.TrueAsync(async () => await database.CountAsync("select count(*) from incidents") == 0, "archived", cancellation: None);
    }

    private static void NoPause(StorageOptions options) => options.Retention.Pause = TimeSpan.Zero;
}
