using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.Storage.Audit;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage;

public sealed class AuditTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, string> Forgeries { get; } = Combine(
        "update entries set entry = {bytes} where incident = '{two}' and version = 2",
        "update entries set digest = '{zeros}' where incident = '{two}' and version = 2",
        "update entries set digest = '{zeros}' where incident = '{two}' and version = 3",
        "delete from entries where incident = '{two}' and version = 2",
        "delete from entries where incident = '{two}' and version = 3",
        "delete from entries where incident = '{two}' and version = 3; update incidents set version = 2, digest = (select digest from entries where incident = '{two}' and version = 2) where id = '{two}'",
        "delete from entries where incident = '{two}'; delete from incidents where id = '{two}'",
        "delete from entries where incident = '{last}'; delete from incidents where id = '{last}'",
        "delete from entries; delete from incidents",
        "delete from entries; delete from incidents; delete from streams",
        "delete from incidents where id = '{two}'",
        "delete from entries where incident = '{two}'",
        "update incidents set version = 2 where id = '{two}'",
        "update incidents set digest = '{zeros}' where id = '{two}'",
        "update entries set seq = seq + 100 where incident = '{last}'",
        "update entries set incident = 'INC-X' where incident = '{two}'; update incidents set id = 'INC-X' where id = '{two}'");

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_change_made_afterwards_shows(string provider, string forgery)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var (two, last) = await FillAsync(store);
        (await store.Audit.VerifyAsync(None)).Problems.ShouldBeEmpty();

        await database.ExecuteAsync(forgery
            .Replace("{two}", two, StringComparison.Ordinal)
            .Replace("{last}", last, StringComparison.Ordinal)
            .Replace("{zeros}", new string('0', 64), StringComparison.Ordinal)
            .Replace("{bytes}", provider == StorageOptions.Postgres ? "'\\x7b7d'" : "x'7b7d'", StringComparison.Ordinal));

        (await store.Audit.VerifyAsync(None)).IsSound.ShouldBeFalse();
    }

    [Theory]
    [Stores]
    public async Task A_forged_chain_that_fits_together_is_shown_by_the_checkpoint(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync();
        var id = Appends.NewId();
        await store.Journal.AppendAsync(Appends.First(id), None);
        await store.Audit.CheckpointAsync(None);
        var digest = EntryDigest.Of("", id, 1, "{}"u8);
        var bytes = provider == StorageOptions.Postgres ? "'\\x7b7d'" : "x'7b7d'";

        await database.ExecuteAsync($"update entries set entry = {bytes}, digest = '{digest}'; update incidents set digest = '{digest}'");

        var problem = (await store.Audit.VerifyAsync(None)).Problems.ShouldHaveSingleItem();
        problem.What.ShouldContain("not those that were signed");
    }

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
            await FillAsync(store);
        var path = database.Options().CheckpointPath;
        var lines = await File.ReadAllLinesAsync(path, None);
        lines.Length.ShouldBe(4);
        (await store.Audit.VerifyAsync(None)).Problems.ShouldBeEmpty();

        await ForgeAsync(forgery, path, lines, AuditKey.PathOf(database.Options().Keys, "audit-1"));

        (await store.Audit.VerifyAsync(None)).IsSound.ShouldBeFalse();
    }

    [Theory]
    [Stores]
    public async Task What_came_after_the_last_checkpoint_is_told(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var time = new ManualTime();
        var store = await database.OpenAsync(time: time);
        await FillAsync(store);
        await store.Journal.AppendAsync(Appends.First(Appends.NewId()), None);

        var report = await store.Audit.VerifyAsync(None);

        (report.IsSound, report.Incidents, report.Entries, report.Covered, report.Uncovered, report.Checkpoints)
            .ShouldBe((true, 4, 6, 5, 1, 1));
        report.LastCheckpoint.ShouldBe(time.GetUtcNow());
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
        await FillAsync(crashed);
        await crashed.Journal.AppendAsync(Appends.First(Appends.NewId()), None);

        var next = await database.OpenAsync(options => options.Exclusive = false);
        await FillAsync(next);

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
            await FillAsync(store);

        var report = await other.Audit.VerifyAsync(None);
        report.Problems.ShouldBeEmpty();
        (report.Covered, report.Uncovered).ShouldBe((25, 0));
    }

    [Fact]
    public async Task A_line_that_a_crash_tore_is_written_anew()
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        await using (var first = await database.OpenAsync())
        {
            await FillAsync(first);
            await first.Lease.ReleaseAsync(None);
        }

        await File.AppendAllTextAsync(database.Options().CheckpointPath, "{\"line\":2,\"str", None);
        var store = await database.OpenAsync();
        (await store.Audit.VerifyAsync(None)).Problems.ShouldBeEmpty();
        await FillAsync(store);

        var report = await store.Audit.VerifyAsync(None);
        (report.IsSound, report.Checkpoints).ShouldBe((true, 2));
    }

    private static async Task<(string Two, string Last)> FillAsync(JournalStore store)
    {
        var (one, two, last) = (Appends.NewId(), Appends.NewId(), Appends.NewId());
        await store.Journal.AppendAsync(Appends.First(one), None);
        AppendVerdict verdict = await store.Journal.AppendAsync(Appends.First(two), None);
        verdict = await store.Journal.AppendAsync(Appends.After(two, verdict), None);
        await store.Journal.AppendAsync(Appends.After(two, verdict), None);
        await store.Journal.AppendAsync(Appends.First(last), None);
        await store.Audit.CheckpointAsync(None);
        return (two.Value, last.Value);
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

    private static TheoryData<string, string> Combine(params string[] forgeries)
    {
        var data = new TheoryData<string, string>();
        foreach (var forgery in forgeries)
        {
            data.Add(StorageOptions.Sqlite, forgery);
            data.Add(StorageOptions.Postgres, forgery);
        }

        return data;
    }
}
