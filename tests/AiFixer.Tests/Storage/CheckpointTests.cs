using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.Storage.Audit;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

public sealed class CheckpointTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("edit")]
    [InlineData("remove first")]
    [InlineData("remove middle")]
    [InlineData("remove last")]
    [InlineData("swap")]
    [InlineData("empty")]
    [InlineData("garbage")]
    [InlineData("delete")]
    [InlineData("key")]
    [InlineData("no key")]
    public async Task A_change_of_the_checkpoints_shows(string forgery)
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var store = await database.OpenAsync();
        for (var i = 0; i < 4; i++)
            await AuditedHistory.WriteAsync(store);
        var path = database.Options().CheckpointPath;
        var lines = await File.ReadAllLinesAsync(path, None);
        lines.Length.ShouldBe(4);
        (await store.Audit.VerifyAsync(None)).Problems.ShouldBeEmpty();

        await ForgeAsync(forgery, path, lines, AuditKey.PathOf(database.Options().Keys, "audit-1"));

        (await store.Audit.VerifyAsync(None)).IsSound.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_key_signs_from_now_on_and_what_the_old_one_signed_is_still_verified_with_it()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await using (var first = await JournalStore.OpenAsync(database.Options(), TimeProvider.System, NullLoggerFactory.Instance, None))
        {
            await first.Lease.AcquireAsync(None);
            await AuditedHistory.WriteAsync(first);
            await first.Lease.ReleaseAsync(None);
        }

        var store = await database.OpenAsync(options => options.AuditKey = "audit-2");
        await AuditedHistory.WriteAsync(store);

        var lines = await File.ReadAllLinesAsync(database.Options().CheckpointPath, None);
        lines.Select(line => CheckpointFile.Parse(line)!.Key).ShouldBe(["audit-1", "audit-2"]);
        (await store.Audit.VerifyAsync(None)).Problems.ShouldBeEmpty();
        File.Delete(AuditKey.PathOf(database.Options().Keys, "audit-1"));
        (await store.Audit.VerifyAsync(None)).Problems.ShouldContain(problem => problem.What.Contains("audit-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_checkpoint_is_signed_as_time_passes_and_only_when_there_is_something_new()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var time = new ManualTime();
        var store = await database.OpenAsync(time: time);
        var path = database.Options().CheckpointPath;
        for (var lines = 1; lines <= 2; lines++)
        {
            await store.Journal.AppendAsync(Appends.First(Appends.NewId()), None);
            time.Advance(TimeSpan.FromSeconds(10));
            await Eventually.TrueAsync(() => File.Exists(path) && File.ReadAllLines(path).Length == lines, "signed", cancellation: None);
        }

        await store.Audit.CheckpointAsync(None);

        File.ReadAllLines(path).Length.ShouldBe(2);
    }

    [Theory]
    [Stores]
    public async Task What_a_crashed_run_wrote_after_its_last_checkpoint_is_signed_by_the_next_run(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var crashed = await database.OpenAsync(options => options.Exclusive = false);
        await AuditedHistory.WriteAsync(crashed);
        await crashed.Journal.AppendAsync(Appends.First(Appends.NewId()), None);

        var next = await database.OpenAsync(options => options.Exclusive = false);
        await AuditedHistory.WriteAsync(next);

        var report = await next.Audit.VerifyAsync(None);
        (report.IsSound, report.Covered, report.Uncovered, report.Checkpoints).ShouldBe((true, 11, 0, 3));
    }

    [Theory]
    [Stores]
    public async Task Two_processes_that_both_sign_for_a_while_write_one_chain(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var one = await database.OpenAsync(options => options.Exclusive = false);
        var other = await database.OpenAsync(options => options.Exclusive = false);

        foreach (var store in (JournalStore[])[one, other, one, one, other])
            await AuditedHistory.WriteAsync(store);

        var report = await other.Audit.VerifyAsync(None);
        report.Problems.ShouldBeEmpty();
        (report.Covered, report.Uncovered).ShouldBe((25, 0));
    }

    [Theory]
    [Stores]
    public async Task Processes_with_folders_of_their_own_are_verified_together(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        using var folder = new TempFolder();
        var one = await database.OpenAsync(options => options.Exclusive = false);
        var other = await database.OpenAsync(options => (options.Exclusive, options.AuditFolder, options.KeyFolder, options.DataKeyFolder) = (false, folder.File("audit"), folder.File("keys"), database.Options().Seals));
        foreach (var store in (JournalStore[])[one, other, one, other, other])
            await AuditedHistory.WriteAsync(store);

        (await VerifyAsync(database, folder.Path)).Problems.ShouldBeEmpty();
        (await VerifyAsync(database, folder.Path)).Covered.ShouldBe(25);
        (await VerifyAsync(database)).Problems.ShouldContain(problem => problem.What.Contains("was not read", StringComparison.Ordinal));

        var path = Path.Combine(folder.File("audit"), "checkpoints.jsonl");
        await File.WriteAllLinesAsync(path, (await File.ReadAllLinesAsync(path, None))[..^1], None);
        (await VerifyAsync(database, folder.Path)).IsSound.ShouldBeFalse();
    }

    [Theory]
    [Stores]
    public async Task Processes_that_share_a_folder_of_keys_alone_are_verified_together(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        using var folder = new TempFolder();
        var one = await database.OpenAsync(options => options.Exclusive = false);
        var other = await database.OpenAsync(options => (options.Exclusive, options.AuditFolder, options.KeyFolder) = (false, folder.File("audit"), database.Options().Keys));
        foreach (var store in (JournalStore[])[one, other])
            await AuditedHistory.WriteAsync(store);

        (await VerifyAsync(database, folder.Path)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_that_a_crash_tore_is_written_anew()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await using (var first = await database.OpenAsync())
        {
            await AuditedHistory.WriteAsync(first);
            await first.Lease.ReleaseAsync(None);
        }

        await File.AppendAllTextAsync(database.Options().CheckpointPath, "{\"line\":2,\"str", None);
        var store = await database.OpenAsync();
        (await store.Audit.VerifyAsync(None)).Problems.ShouldBeEmpty();
        await AuditedHistory.WriteAsync(store);

        var report = await store.Audit.VerifyAsync(None);
        (report.IsSound, report.Checkpoints).ShouldBe((true, 2));
    }

    [Fact]
    public async Task The_key_is_made_once_for_its_owner_alone()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var path = AuditKey.PathOf(database.Options().Keys, "audit-1");
        await using (await database.OpenAsync())
        {
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var key = await File.ReadAllTextAsync(path, None);
        await database.OpenAsync();

        (await File.ReadAllTextAsync(path, None)).ShouldBe(key);
    }

    private static async Task<AuditReport> VerifyAsync(TestDatabase database, params IReadOnlyList<string> folders)
    {
        await using var verifier = AuditVerifier.Create(database.Options(), NullLoggerFactory.Instance, folders);
        return await verifier.VerifyAsync(None);
    }

    private static async Task ForgeAsync(string forgery, string path, string[] lines, string key)
    {
        switch (forgery)
        {
            case "edit":
                await File.WriteAllLinesAsync(path, [lines[0], lines[1].Replace("\"seq\":10", "\"seq\":9", StringComparison.Ordinal), .. lines[2..]], None);
                break;
            case "remove first":
                await File.WriteAllLinesAsync(path, lines[1..], None);
                break;
            case "remove middle":
                await File.WriteAllLinesAsync(path, [lines[0], .. lines[2..]], None);
                break;
            case "remove last":
                await File.WriteAllLinesAsync(path, lines[..3], None);
                break;
            case "swap":
                await File.WriteAllLinesAsync(path, [lines[1], lines[0], .. lines[2..]], None);
                break;
            case "empty":
                await File.WriteAllTextAsync(path, "", None);
                break;
            case "garbage":
                await File.WriteAllLinesAsync(path, [.. lines, "garbage"], None);
                break;
            case "delete":
                File.Delete(path);
                break;
            case "key":
                await File.WriteAllTextAsync(key, System.Security.Cryptography.ECDsa.Create().ExportPkcs8PrivateKeyPem(), None);
                break;
            case "no key":
                File.Delete(key);
                break;
        }
    }
}
