using AiFixer.Core.Journal;
using AiFixer.Storage;
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
        var (two, last) = await AuditedHistory.WriteAsync(store);
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
    [Stores]
    public async Task What_came_after_the_last_checkpoint_is_told(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var time = new ManualTime();
        var store = await database.OpenAsync(time: time);
        await AuditedHistory.WriteAsync(store);
        await store.Journal.AppendAsync(Appends.First(Appends.NewId()), None);

        var report = await store.Audit.VerifyAsync(None);

        (report.IsSound, report.Incidents, report.Entries, report.Covered, report.Uncovered, report.Checkpoints)
            .ShouldBe((true, 4, 6, 5, 1, 1));
        report.LastCheckpoint.ShouldBe(time.GetUtcNow());
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
