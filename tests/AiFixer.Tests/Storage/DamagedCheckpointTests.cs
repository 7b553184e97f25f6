using AiFixer.Gateway.Commands;
using AiFixer.Storage;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Storage;

/// <summary>A damaged line kept the service from starting.</summary>
public sealed class DamagedCheckpointTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Damages =>
    [
        "",
        "{}",
        "\0\0\0\0",
        Line(new string('z', 64)),
        Line("abc"),
        Line(new string('0', 64)).Replace("\"audit-1\"", "null", StringComparison.Ordinal),
        Line(new string('0', 64)).Replace("\"AA==\"", "null", StringComparison.Ordinal),
        Line(new string('0', 64)).Replace("\"before\"", "null", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task The_service_starts_says_where_it_is_and_goes_on_signing(string damage)
    {
        await using var database = await TestDatabase.NewAsync(StorageOptions.Sqlite, postgres);
        var path = database.Options().CheckpointPath;
        await using (var first = await database.OpenAsync())
        {
            await AuditedHistory.WriteAsync(first);
            await first.Lease.ReleaseAsync(None);
        }

        await File.WriteAllTextAsync(path, damage + "\n", None);
        using var log = new HeardLog();
        await using var store = await JournalStore.OpenAsync(database.Options(), new ManualTime(TimeProvider.System.GetUtcNow()), log.Factory, None);
        await store.Lease.AcquireAsync(None);
        await AuditedHistory.WriteAsync(store);

        log.Said.ShouldContain(said => said.Level == LogLevel.Error && said.Text.StartsWith($"{path} line 1 cannot be read", StringComparison.Ordinal));
        var report = await store.Audit.VerifyAsync(None);
        report.IsSound.ShouldBeFalse();
        report.Problems.ShouldAllBe(problem => problem.Line == 1 && problem.File == path);
        (report.Covered, report.Uncovered).ShouldBe((10, 0));
        AuditReportText.Of(report).ShouldContain($"{path} line 1: The line cannot be read.");
    }

    private static string Line(string digest) =>
        $$"""{"line":1,"stream":1,"seq":5,"digest":"{{digest}}","at":"2026-01-01T00:00:00+00:00","key":"audit-1","previous":"before","signature":"AA=="}""";
}
