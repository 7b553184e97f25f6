using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.BadInput;

public sealed class DiskFullTests
{
    private static readonly string Long = new('x', 20_000);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_full_disk_it_takes_nothing_loses_nothing_and_goes_on_by_itself_when_there_is_room()
    {
        await using var disk = await SmallDisk.TryMountAsync(24);
        Assert.SkipWhen(disk is null, "no file system may be mounted");
        var settings = new GatewaySettings { DataFolder = disk!.Path };
        await using var gateway = await GatewayProcess.StartReadyAsync(settings);

        var taken = await FillAsync(gateway);
        taken.Count.ShouldBePositive();
        (await gateway.Api.StatusAsync("livez")).ShouldBe(200);

        await disk.GrowAsync(256);
        await Eventually.TrueAsync(async () => (await gateway.Api.AlertAsync(Alert("after"))).Answer.Code == 200, "it takes alerts again", TimeSpan.FromSeconds(60), Stop);
        var there = (await gateway.Api.AllAsync()).Select(line => line.Id).ToHashSet();
        taken.Where(incident => !there.Contains(incident)).ShouldBeEmpty();
        await gateway.DisposeAsync();
        var (code, output) = await GatewayProcess.RunAsync(settings, "verify-audit");
        code.ShouldBe(0, output);
    }

    /// <summary>Which incidents were answered for before one was refused.</summary>
    private static async Task<List<string>> FillAsync(GatewayProcess gateway)
    {
        var taken = new List<string>();
        for (var i = 0; ; i++)
        {
            var (answer, incident) = await gateway.Api.AlertAsync(Alert($"app-{i}"));
            if (answer.Code == 503)
            {
                answer.ContentType.ShouldBe("application/problem+json");
                return taken;
            }

            answer.Code.ShouldBe(200, answer.Body);
            taken.Add(incident!);
            taken.Count.ShouldBeLessThan(10_000, "the disk is never full");
        }
    }

    private static string Alert(string deployment) =>
        AlertBody.Firing(AlertBody.Labels("shop", deployment), TimeProvider.System.GetUtcNow(), Long);
}
