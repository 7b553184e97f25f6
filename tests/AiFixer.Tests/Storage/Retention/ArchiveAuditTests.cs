using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.Storage.Sealing;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage.Retention;

public sealed class ArchiveAuditTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task Streams_and_checkpoints_are_proven_as_before(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await HistoryAsync(database);

        var report = await store.Audit.VerifyAsync(None);

        report.Problems.ShouldBeEmpty();
        (report.Incidents, report.Entries, report.Archives, report.ArchivedIncidents, report.ArchivedEntries).ShouldBe((2, 6, 1, 4, 12));
        (report.Covered, report.Uncovered).ShouldBe((18, 0));
    }

    [Theory]
    [Stores]
    public async Task The_next_process_goes_on_where_streams_ended(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(InClear);
        await ArchivedHistory.CloseAsync(store, 3, daysAgo: 100);
        await store.ArchiveAsync(None);
        await store.Lease.ReleaseAsync(None);
        await store.DisposeAsync();

        var next = await database.OpenAsync(InClear);
        await ArchivedHistory.CloseAsync(next, 1, daysAgo: 1);
        await next.Audit.CheckpointAsync(None);

        var report = await next.Audit.VerifyAsync(None);
        report.Problems.ShouldBeEmpty();
        report.Covered.ShouldBe(12);
    }

    [Theory]
    [Stores]
    public async Task A_missing_archive_shows(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await HistoryAsync(database);
        File.Delete(ArchiveOf(database));

        var report = await store.Audit.VerifyAsync(None);

        report.Problems.ShouldContain(problem => problem.What.Contains("with 4 incidents is missing", StringComparison.Ordinal));
        report.Problems.ShouldContain(problem => problem.What.StartsWith("12 entries were archived", StringComparison.Ordinal));
    }

    [Theory]
    [Stores]
    public async Task A_changed_archive_shows(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await HistoryAsync(database);
        await ArchiveForger.ChangeAsync(ArchiveOf(database), "\\\"entry\\\":2", "\\\"entry\\\":7");

        (await store.Audit.VerifyAsync(None)).Problems.ShouldContain(problem => problem.What.Contains("was changed", StringComparison.Ordinal));
    }

    [Theory]
    [Stores]
    public async Task A_changed_archive_shows_even_if_the_store_was_changed_to_fit(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await HistoryAsync(database);
        await ArchiveForger.ChangeAsync(ArchiveOf(database), "\\\"entry\\\":2", "\\\"entry\\\":7");
        await database.ExecuteAsync($"update archives set digest = '{AiFixer.Storage.Retention.Archive.DigestOf(ArchiveOf(database))}'");

        (await store.Audit.VerifyAsync(None)).Problems.ShouldContain(problem => problem.What.StartsWith("The entry or its digest was changed", StringComparison.Ordinal));
    }

    [Theory]
    [Stores]
    public async Task An_archive_that_the_store_was_made_to_forget_shows(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await HistoryAsync(database);
        File.Delete(ArchiveOf(database));
        await database.ExecuteAsync("delete from archives");

        (await store.Audit.VerifyAsync(None)).Problems.ShouldHaveSingleItem().What.ShouldStartWith("12 entries were archived");
    }

    [Theory]
    [Stores]
    public async Task Digests_that_were_removed_or_changed_show(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await HistoryAsync(database);
        var empty = provider == StorageOptions.Postgres ? $"'\\x{new string('0', 64)}'::bytea" : $"x'{new string('0', 64)}'";

        await database.ExecuteAsync($"update archived_digests set digests = {empty}");

        (await store.Audit.VerifyAsync(None)).Problems.ShouldContain(problem => problem.What.Contains("missing from the stream", StringComparison.Ordinal));
    }

    [Theory]
    [Stores]
    public async Task What_was_tampered_with_is_not_archived_and_still_shows(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(InClear);
        var id = await ArchivedHistory.CloseAsync(store);
        await ArchivedHistory.CloseAsync(store);
        await database.ExecuteAsync($"update entries set digest = '{new string('0', 64)}' where incident = '{id}' and version = 2");

        (await store.ArchiveAsync(None)).ShouldBe(1);

        (await store.Journal.LoadAsync(id, None)).ShouldNotBeNull();
        (await store.Audit.VerifyAsync(None)).Problems.ShouldContain(problem => problem.Incident == id.Value);
    }

    [Theory]
    [Stores]
    public async Task Used_grants_go_with_their_incident_and_other_claims_stay_until_they_expire(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(InClear);
        var id = await ArchivedHistory.CloseAsync(store);
        var row = (await store.Journal.LoadAsync(id, None))!;
        var grant = new Grant($"{id}/g1", "a1", new("noop", "{}"), new("default", "deployment", "shop", "checkout"), "", "", "1", true, null, row.Row.UpdatedAt);
        var entry = IncidentJson.Write(new JournalEntry(row.Row.UpdatedAt, "aifixer", "run", [new GrantIssued(grant)]));
        var stored = await store.Journal.AppendAsync(
            Appends.After(id, new AppendVerdict.Stored(row.Version, row.Digest), new Claim(ClaimKeys.Grant(grant.Id), Once: true), new Claim("cooldown:x", TimeSpan.FromHours(1)))
                with
            { Row = row.Row, Entry = entry },
            None);
        stored.ShouldBeOfType<AppendVerdict.Stored>();

        (await store.ArchiveAsync(None)).ShouldBe(1);

        (await database.CountAsync("select count(*) from claims where key like 'grant:%'")).ShouldBe(0);
        (await database.CountAsync("select count(*) from claims where key = 'cooldown:x'")).ShouldBe(1);
    }

    /// <summary>Four incidents in an archive and two that are not, all under checkpoints.</summary>
    private static async Task<JournalStore> HistoryAsync(TestDatabase database)
    {
        var store = await database.OpenAsync(options => (options.Sealing, options.Retention.Pause, options.Retention.Piece) = (SealMode.Off, TimeSpan.Zero, 3));
        await ArchivedHistory.CloseAsync(store, 2, daysAgo: 100);
        await ArchivedHistory.CloseAsync(store, 2, daysAgo: 1);
        await store.Audit.CheckpointAsync(None);
        await ArchivedHistory.CloseAsync(store, 2, daysAgo: 99);
        await store.Audit.CheckpointAsync(None);
        (await store.ArchiveAsync(None)).ShouldBe(4);
        return store;
    }

    private static string ArchiveOf(TestDatabase database) => Directory.GetFiles(Path.Combine(database.Folder, "archive")).ShouldHaveSingleItem();

    private static void InClear(StorageOptions options) => (options.Sealing, options.Retention.Pause) = (SealMode.Off, TimeSpan.Zero);
}
