using AiFixer.Storage.Audit;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

public sealed class AuditKeyTests
{
    private static readonly Checkpoint Unsigned = new(1, 1, 1, new('0', 64), DateTimeOffset.UnixEpoch, "audit-1", "", "");

    [Fact]
    public async Task Processes_that_start_at_once_in_one_folder_have_one_key()
    {
        using var folder = new TempFolder();
        using var gun = new Barrier(8);
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                gun.SignalAndWait(TestContext.Current.CancellationToken);
                return AuditKey.FindOrMake(folder.Path, "audit-1", NullLogger.Instance);
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        keys.ShouldAllBe(key => key.Verify(keys[0].Sign(Unsigned)));
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
        foreach (var key in keys)
            key.Dispose();
    }
}
