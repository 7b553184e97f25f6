using AiFixer.Core;
using AiFixer.Storage;
using AiFixer.Storage.Retention;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage.Retention;

public sealed class ArchiveCrashTests(SharedPostgres postgres)
{
    private const int Count = 10;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task What_ended_in_the_middle_is_done_by_the_next_one_and_nothing_is_lost(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        var store = await database.OpenAsync(InPieces, time);
        var ids = await ArchivedHistory.CloseAsync(store, Count, daysAgo: 100);
        using var crash = new CancellationTokenSource();
        var run = store.ArchiveAsync(crash.Token);
        await Eventually.TrueAsync(async () => await LeftAsync(database) < Count, "begun", cancellation: None);
        await crash.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(run);
        (await LeftAsync(database)).ShouldBeInRange(1, Count - 1);
        await database.ExecuteAsync("update claims set expires_at = 1 where key = 'archive:turn'; delete from leases");
        await store.DisposeAsync();

        var next = await database.OpenAsync(options => options.Retention.Pause = TimeSpan.Zero);
        await next.ArchiveAsync(None);

        await CheckAsync(database, next, ids);
    }

    [Fact]
    public async Task Several_processes_at_once_do_no_harm()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Postgres, postgres);
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        var slow = await database.OpenAsync(options => { InPieces(options); options.Exclusive = false; }, time);
        var quick = await database.OpenAsync(options => (options.Retention.Pause, options.Exclusive) = (TimeSpan.Zero, false));
        var ids = await ArchivedHistory.CloseAsync(slow, Count, daysAgo: 100);
        var run = slow.ArchiveAsync(None);
        await Eventually.TrueAsync(async () => await LeftAsync(database) < Count, "begun", cancellation: None);

        (await quick.ArchiveAsync(None)).ShouldBe(0);
        await database.ExecuteAsync("update claims set expires_at = 1 where key = 'archive:turn'");
        var rest = await quick.ArchiveAsync(None);

        rest.ShouldBeGreaterThan(0);
        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMinutes(1));
                return Task.FromResult(run.IsCompleted);
            },
            "the slow one ended",
            cancellation: None);
        ((await run) + rest).ShouldBe(Count);
        await CheckAsync(database, quick, ids);
    }

    [Theory]
    [Stores]
    public async Task Half_a_file_of_a_crash_is_no_archive(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "archive")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "INC-0.jsonl.gz.part"), "half", None);
        var store = await database.OpenAsync(options => options.Retention.Pause = TimeSpan.Zero);
        var ids = await ArchivedHistory.CloseAsync(store, 2, daysAgo: 100);

        await store.ArchiveAsync(None);

        await CheckAsync(database, store, ids);
    }

    private static void InPieces(StorageOptions options) =>
        (options.Retention.Piece, options.Retention.Pause) = (2, TimeSpan.FromMinutes(1));

    private static Task<long> LeftAsync(TestDatabase database) => database.CountAsync("select count(*) from incidents");

    private static async Task CheckAsync(TestDatabase database, JournalStore store, IReadOnlyList<IncidentId> ids)
    {
        (await LeftAsync(database)).ShouldBe(0);
        var folder = new ArchiveFolder(Path.Combine(database.Folder, "archive"), Path.Combine(database.Folder, "keys"));
        foreach (var id in ids)
        {
            folder.Find(id).ShouldNotBeNull();
            (await store.Archive.FindAsync(id, None)).ShouldNotBeNull();
        }

        await store.Audit.CheckpointAsync(None);
        var report = await store.Audit.VerifyAsync(None);
        report.Problems.ShouldBeEmpty();
        report.ArchivedEntries.ShouldBe(3 * ids.Count);
    }
}
