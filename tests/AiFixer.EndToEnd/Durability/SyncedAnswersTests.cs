using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Durability;

/// <summary>A copy of the files shows what the kernel has; only the calls show what the disk was waited for.</summary>
public sealed class SyncedAnswersTests
{
    private const int Alerts = 20;

    [Fact]
    public async Task SQLite_brings_its_log_to_disk_before_every_answer()
    {
        Assert.SkipUnless(await TracedSyncs.IsAllowedAsync(), "no program may be traced");
        using var folder = new TempFolder();
        using var syncs = new TracedSyncs();
        await using var gateway = await GatewayProcess.StartReadyAsync(new() { DataFolder = folder.Path, Under = syncs.Under });

        for (var i = 0; i < Alerts; i++)
        {
            var before = syncs.Of("aifixer.db-wal");
            (await gateway.Api.AlertAsync(Alert($"app-{i}"))).Answer.Code.ShouldBe(200);
            syncs.Of("aifixer.db-wal").ShouldBeGreaterThan(before, $"the answer to alert {i} waited for the disk");
        }
    }

    private static string Alert(string deployment) =>
        AlertBody.Firing(AlertBody.Labels("shop", deployment), TimeProvider.System.GetUtcNow());
}
