using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;
using Microsoft.Playwright;

namespace AiFixer.EndToEnd.FirstStart;

/// <summary>What somebody sees who has just cloned the repository: no settings, an empty folder.</summary>
public sealed class FirstStartTests(HeadlessBrowser browser)
{
    [Fact]
    public async Task A_newcomer_is_told_where_to_click_and_can_break_something_there()
    {
        using var folder = new TempFolder();
        await using var gateway = await GatewayProcess.StartReadyAsync(Bare(folder, "Development"));
        await gateway.Process.LineAsync(new Uri(gateway.Address, "practice").AbsoluteUri);

        var page = await browser.OpenAsync(new Uri(gateway.Address, "practice"));
        await using var context = page.Context;
        await page.Locator("tr", new PageLocatorOptions { HasText = "shop/checkout" }).Locator("button[formaction='/practice/break-rollout']").ClickAsync();
        (await page.Locator("main .notice").InnerTextAsync()).ShouldStartWith("shop/checkout");

        var incident = await Eventually.ValueAsync(
            async () => await gateway.Api.AllAsync() is [var first, ..] ? first : null,
            "the alert came by itself",
            cancellation: TestContext.Current.CancellationToken);
        incident.Target.ShouldContain("shop/checkout");
        var greeting = await gateway.Process.LineAsync("Talk about it");
        var chat = await browser.OpenAsync(new Uri(greeting[greeting.IndexOf("http", StringComparison.Ordinal)..].Trim()));
        await using var room = chat.Context;
        await chat.Locator("article.card").GetByText("DeploymentNotReady").First.WaitForAsync(new() { Timeout = 30_000 });
        Directory.GetFiles(folder.Path, "aifixer.db", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task There_is_no_practice_in_production()
    {
        using var folder = new TempFolder();
        await using var gateway = await GatewayProcess.StartReadyAsync(Bare(folder, "Production"));

        (await gateway.Api.StatusAsync("practice")).ShouldBe(404);
    }

    private static GatewaySettings Bare(TempFolder folder, string environment)
    {
        var settings = new GatewaySettings { DataFolder = folder.Path, Environment = environment };
        string[] forTests =
        [
            "Data:Folder", "Storage:DataFolder", "Storage:Provider", "Storage:LeaseTime", "Storage:CheckpointEvery",
            "Engine:ScanInterval", "Engine:VerifyInterval", "Workflow:StabilisationWindow", "Workflow:VerificationTimeout",
            "Workflow:RetryPause", "Workflow:SendMargin", "Policy:Fences:Cooldown",
        ];
        return forTests.Aggregate(settings, (all, key) => all.With(key, null));
    }
}
