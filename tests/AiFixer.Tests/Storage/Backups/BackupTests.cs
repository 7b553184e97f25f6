using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Storage;
using AiFixer.Storage.Backups;
using AiFixer.Storage.Sealing;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage.Backups;

public sealed class BackupTests(SharedPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [Stores]
    public async Task What_was_there_at_that_moment_is_back_and_its_audit_trail_is_whole(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        await AuditedHistory.WriteAsync(store);
        var manifest = await Backup.WriteAsync(database.Options(), Folder(database), withKeys: true, withArchives: true, Stop);
        // Later than the backup, signed too.
        await AuditedHistory.WriteAsync(store);

        await using var other = await TestDatabase.NewAsync(provider, postgres);
        var report = await RestoreAsync(database, other);

        manifest.Incidents.ShouldBe(3);
        report.Audit.Problems.ShouldBeEmpty();
        report.Audit.Entries.ShouldBe(5);
        report.Audit.Covered.ShouldBe(5);
        report.MissingKeys.ShouldBeEmpty();
        report.SetAside.ShouldBeNull();
    }

    [Theory]
    [Stores]
    public async Task A_restored_store_is_stopped_and_goes_on_from_there(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await AuditedHistory.WriteAsync(await database.OpenAsync());
        await Backup.WriteAsync(database.Options(), Folder(database), withKeys: true, withArchives: true, Stop);
        await using var other = await TestDatabase.NewAsync(provider, postgres);
        await RestoreAsync(database, other);

        var store = await other.OpenAsync();

        PolicyDocument.ReadKillSwitch((await store.Documents.GetAsync(PolicyDocument.Kind, PolicyDocument.KillSwitch, Stop))!).Reason.ShouldContain("restored from a backup of");
        (await store.Documents.GetAsync(PolicyDocument.Kind, PolicyDocument.SetBack, Stop)).ShouldNotBeNull();
        await AuditedHistory.WriteAsync(store);
        (await store.Audit.VerifyAsync(Stop)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [Stores]
    public async Task While_others_write_it_has_a_whole_number_of_appends(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(() => WriteUntilAsync(store, enough.Token), Stop);
        await Eventually.TrueAsync(async () => await database.CountAsync("select count(*) from incidents") > 50, "something is written", cancellation: Stop);

        await Backup.WriteAsync(database.Options(), Folder(database), withKeys: true, withArchives: true, Stop);
        await enough.CancelAsync();
        await writing;

        await using var other = await TestDatabase.NewAsync(provider, postgres);
        var report = await RestoreAsync(database, other);
        report.Audit.Problems.ShouldBeEmpty();
        report.Audit.Incidents.ShouldBe(report.Manifest.Incidents);
        // One may have been caught between its two entries.
        report.Audit.Entries.ShouldBeInRange((2 * report.Audit.Incidents) - 1, 2 * report.Audit.Incidents);
    }

    [Theory]
    [Stores]
    public async Task It_never_overwrites_a_store(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        await AuditedHistory.WriteAsync(await database.OpenAsync());
        await Backup.WriteAsync(database.Options(), Folder(database), withKeys: true, withArchives: true, Stop);

        (await Should.ThrowAsync<StorageRefusedException>(() => RestoreAsync(database, database))).Message.ShouldContain(provider == StorageOptions.Sqlite ? "move the old database aside" : "createdb");
        (await database.CountAsync("select count(*) from incidents")).ShouldBe(3);
    }

    [Fact]
    public async Task Keys_are_left_out_unless_they_are_asked_for_and_missing_ones_are_named()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await AuditedHistory.WriteAsync(await database.OpenAsync(options => options.Sealing = SealMode.Off));
        await Backup.WriteAsync(database.Options(), Folder(database), withKeys: false, withArchives: true, Stop);
        Directory.EnumerateFiles(Folder(database), "*.pem", SearchOption.AllDirectories).ShouldBeEmpty();

        await using var other = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var report = await RestoreAsync(database, other);

        report.MissingKeys.ShouldHaveSingleItem().Name.ShouldBe("audit-1.pem");
        report.Audit.IsSound.ShouldBeFalse();
    }

    [Fact]
    public async Task An_encrypted_one_is_refused_until_its_key_is_there()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await AuditedHistory.WriteAsync(await database.OpenAsync());
        await Backup.WriteAsync(database.Options(), Folder(database), withKeys: false, withArchives: true, Stop);
        await using var other = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var (from, to) = (MasterKey.PathOf(database.Options().Seals, "data-1"), MasterKey.PathOf(other.Options().Seals, "data-1"));

        (await Should.ThrowAsync<StorageRefusedException>(RestoreAsync(database, other))).Message.ShouldContain("data-1.seal");
        File.Exists(other.Options().DatabasePath).ShouldBeFalse();
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        await File.WriteAllTextAsync(to, Convert.ToBase64String(new byte[DataKey.Bytes]), Stop);
        (await Should.ThrowAsync<StorageRefusedException>(RestoreAsync(database, other))).Message.ShouldContain("another key of the name");

        File.Copy(from, to, overwrite: true);
        (await RestoreAsync(database, other)).Audit.Entries.ShouldBe(5);
    }

    [Fact]
    public async Task Checkpoints_that_are_here_already_are_set_aside_and_not_lost()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await AuditedHistory.WriteAsync(await database.OpenAsync());
        await Backup.WriteAsync(database.Options(), Folder(database), withKeys: true, withArchives: true, Stop);
        await using var other = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        Directory.CreateDirectory(Path.GetDirectoryName(other.Options().CheckpointPath)!);
        await File.WriteAllTextAsync(other.Options().CheckpointPath, "what was signed here", Stop);

        var report = await RestoreAsync(database, other);

        (await File.ReadAllTextAsync(report.SetAside!, Stop)).ShouldBe("what was signed here");
        report.Audit.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("changed", "damaged or was changed")]
    [InlineData("missing", "is missing")]
    [InlineData("manifest", "cannot be read")]
    [InlineData("no manifest", "not finished")]
    [InlineData("outside", "not within the backup")]
    [InlineData("format", "this release reads 1")]
    public async Task A_backup_that_is_not_whole_is_refused_and_nothing_is_put_anywhere(string damage, string reason)
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await AuditedHistory.WriteAsync(await database.OpenAsync());
        await Backup.WriteAsync(database.Options(), Folder(database), withKeys: true, withArchives: true, Stop);
        await DamageAsync(Folder(database), damage);
        await using var other = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);

        (await Should.ThrowAsync<StorageRefusedException>(() => RestoreAsync(database, other))).Message.ShouldContain(reason);

        Directory.EnumerateFileSystemEntries(other.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_of_another_kind_of_database_is_refused()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await AuditedHistory.WriteAsync(await database.OpenAsync());
        await Backup.WriteAsync(database.Options(), Folder(database), withKeys: true, withArchives: true, Stop);
        await using var other = await TestDatabase.NewAsync(StorageOptions.Postgres, postgres);

        (await Should.ThrowAsync<StorageRefusedException>(() => RestoreAsync(database, other))).Message.ShouldContain("is of sqlite");
    }

    [Fact]
    public async Task A_folder_that_is_there_is_not_written_into()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await AuditedHistory.WriteAsync(await database.OpenAsync());
        Directory.CreateDirectory(Folder(database));

        (await Should.ThrowAsync<StorageRefusedException>(
            () => Backup.WriteAsync(database.Options(), Folder(database), withKeys: true, withArchives: true, Stop))).Message.ShouldContain("is there already");
    }

    private static string Folder(TestDatabase database) => Path.Combine(database.Folder, "backup");

    private static Task<RestoreReport> RestoreAsync(TestDatabase from, TestDatabase to) =>
        Restore.RunAsync(to.Options(), Folder(from), TimeProvider.System, NullLoggerFactory.Instance, Stop);

    private static async Task WriteUntilAsync(JournalStore store, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var id = Appends.NewId();
            var verdict = await store.Journal.AppendAsync(Appends.First(id), CancellationToken.None);
            await store.Journal.AppendAsync(Appends.After(id, verdict), CancellationToken.None);
        }
    }

    private static async Task DamageAsync(string folder, string damage)
    {
        var manifest = Path.Combine(folder, "manifest.json");
        var text = await File.ReadAllTextAsync(manifest, Stop);
        switch (damage)
        {
            case "changed":
                await File.AppendAllTextAsync(Path.Combine(folder, "aifixer.db"), "x", Stop);
                break;
            case "missing":
                File.Delete(Path.Combine(folder, "audit", "checkpoints.jsonl"));
                break;
            case "no manifest":
                File.Delete(manifest);
                break;
            default:
                await File.WriteAllTextAsync(
                    manifest,
                    damage switch
                    {
                        "outside" => text.Replace("audit/checkpoints.jsonl", "../checkpoints.jsonl", StringComparison.Ordinal),
                        "format" => text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal),
                        _ => text[..(text.Length / 2)],
                    },
                    Stop);
                break;
        }
    }
}
