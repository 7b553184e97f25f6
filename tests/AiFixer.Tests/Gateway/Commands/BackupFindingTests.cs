using AiFixer.Core.Documents;
using AiFixer.Gateway.Commands.Doctor;
using AiFixer.Plugins.Checks;
using AiFixer.TestSupport;
using AiFixer.Tests.Hosting.Dynamic;

namespace AiFixer.Tests.Gateway.Commands;

public sealed class BackupFindingTests
{
    private readonly ManualTime time = new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, FindingState.Fine)]
    [InlineData(47, FindingState.Fine)]
    [InlineData(49, FindingState.Limited)]
    public async Task The_last_backup_is_named_and_an_old_one_is_not_good_enough(int hours, FindingState expected)
    {
        var documents = new MemoryDocuments(time);
        await documents.ApplyAsync(new DocumentEdit("operations", "last-backup", "x", new("aifixer-backup", "aifixer backup"), "monday"), Stop);
        time.Advance(TimeSpan.FromHours(hours));

        var finding = await BackupFinding.LookAsync(documents, time.GetUtcNow(), Stop);

        finding.State.ShouldBe(expected);
        finding.Details.ShouldBe("the last one is of 2026-03-01 00:00:00Z (monday)");
        (finding.Remedy is null).ShouldBe(expected == FindingState.Fine);
    }

    [Fact]
    public async Task A_store_that_was_never_backed_up_is_named()
    {
        var finding = await BackupFinding.LookAsync(new MemoryDocuments(time), time.GetUtcNow(), Stop);

        finding.State.ShouldBe(FindingState.NotConfigured);
        finding.Remedy!.ShouldContain("aifixer backup");
    }
}
