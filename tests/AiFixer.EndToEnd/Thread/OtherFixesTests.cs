using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Thread;

/// <summary>Fixes that need nobody, and fixes that do not help.</summary>
public sealed class OtherFixesTests(HeadlessBrowser browser)
{
    [Fact]
    public async Task A_fix_that_does_not_help_is_taken_back_and_left_to_a_person()
    {
        await using var bench = await ThreadBench.StartAsync(("Workflow:VerificationTimeout", "5s"));
        var broken = await bench.BadRolloutAsync();
        var image = bench.World.Health("shop", "checkout")!.Image;
        await bench.Api.DecideAsync(broken, "approve", "diagnosis/1");
        await bench.Api.WhenAsync(broken, incident => incident.OpenCard == "proposal/1", "the proposal is asked about");
        bench.World.FixDoesNotHelp("shop", "checkout").ShouldBeTrue();

        await bench.Api.DecideAsync(broken, "approve", "proposal/1");

        var incident = await bench.Api.WhenStatusAsync(broken, "escalated", TimeSpan.FromSeconds(60));
        incident.Actions.Select(action => (action.Id, action.Status, action.UndoOf)).ShouldBe([("a1", "succeeded", null), ("a2", "succeeded", "a1")]);
        bench.Changes.Select(change => change.ActionId).ShouldBe([$"{broken}/a1", $"{broken}/a2"]);
        bench.World.Health("shop", "checkout")!.Image.ShouldBe(image, "the fix was taken back");
        await using var page = await IncidentPage.OpenAsync(browser, bench.Gateway, broken, "does-not-help");
        (await page.TextAsync()).ShouldContain("did not help and was taken back");
    }

    [Fact]
    public async Task An_overload_in_an_automatic_namespace_is_scaled_up_without_asking()
    {
        await using var bench = await ThreadBench.StartAsync(("Policy:Mode", "Auto"), ("Policy:Fences:AutoNamespaces:0", "staging"));
        await bench.OverloadAsync("staging", "web", 250);

        var id = await bench.FireAsync("staging", "web");

        var incident = await bench.Api.WhenStatusAsync(id, "resolved", TimeSpan.FromSeconds(60));
        incident.Diagnosis!.Category.ShouldBe("traffic_surge");
        incident.Cards.ShouldBeEmpty();
        bench.World.Health("staging", "web")!.Desired.ShouldBe(3);
        await using var page = await IncidentPage.OpenAsync(browser, bench.Gateway, id, "traffic_surge");
        (await page.TextAsync()).ShouldContain("Verified: it is fixed");
    }
}
