using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Thread;

/// <summary>From a bad rollout over Alertmanager and a person's consent to a verified fix.</summary>
public sealed class RollbackTests(HeadlessBrowser browser)
{
    [Fact]
    public async Task A_bad_rollout_is_rolled_back_with_consent_and_verified()
    {
        await using var bench = await ThreadBench.StartAsync();
        var before = bench.World.Health("shop", "checkout")!.Image;
        var id = await bench.BadRolloutAsync();
        await using var page = await IncidentPage.OpenAsync(browser, bench.Gateway, id, "rollback");

        await page.AskedLiveAsync("diagnosis/1");
        await page.ApproveAsync();
        await page.AskedLiveAsync("proposal/1");
        bench.Changes.ShouldBeEmpty("nothing is changed before a person said so");
        await page.ApproveAsync();
        await page.ShowsLiveAsync("Verified: it is fixed");

        var incident = await bench.Api.WhenStatusAsync(id, "resolved");
        incident.Closing!.How.ShouldBe("verification");
        bench.World.Health("shop", "checkout").ShouldNotBeNull().Healthy.ShouldBeTrue();
        bench.World.Health("shop", "checkout")!.Image.ShouldBe(before);
        bench.Changes.ShouldHaveSingleItem().ActionId.ShouldBe($"{id}/a1");
        await TheResolvedMessageChangesNothingAsync(bench, incident);
    }

    [Fact]
    public async Task The_whole_way_works_without_scripts()
    {
        await using var bench = await ThreadBench.StartAsync();
        var id = await bench.BadRolloutAsync();
        await using var page = await IncidentPage.OpenAsync(browser, bench.Gateway, id, "no-scripts", javaScript: false);

        await page.AskedAsync("diagnosis/1");
        await page.ApproveAsync();
        (await page.NoticeAsync()).ShouldBe("Approved.");
        await page.AskedAsync("proposal/1");
        await page.ApproveAsync();
        await bench.Api.WhenStatusAsync(id, "resolved");

        (await page.TextAsync()).ShouldContain("Verified: it is fixed");
    }

    private static async Task TheResolvedMessageChangesNothingAsync(ThreadBench bench, IncidentView incident)
    {
        await bench.Alertmanager.ResolveAsync(AlertBody.Labels("shop", "checkout"));
        await Notifications.SentAsync(bench.Alertmanager, 2);

        (await bench.Api.IncidentAsync(incident.Id)).Version.ShouldBe(incident.Version);
        (await bench.Api.AllAsync()).Count.ShouldBe(1);
        bench.Changes.Count.ShouldBe(1);
    }
}
