using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Thread;

/// <summary>What becomes of the thread when the person says no, nothing, or yes twice.</summary>
public sealed class ConsentTests(HeadlessBrowser browser)
{
    [Fact]
    public async Task A_rejected_proposal_changes_nothing_and_leaves_it_to_a_person()
    {
        await using var bench = await ThreadBench.StartAsync();
        var id = await bench.BadRolloutAsync();
        await using var page = await IncidentPage.OpenAsync(browser, bench.Gateway, id, "rejected");
        await page.AskedLiveAsync("diagnosis/1");
        await page.ApproveAsync();
        await page.AskedLiveAsync("proposal/1");

        await page.RejectAsync("We roll forward instead");

        var incident = await bench.Api.WhenStatusAsync(id, "escalated");
        incident.Card("proposal/1").Outcome.ShouldBe("rejected");
        incident.Escalation!.Reason.ShouldContain("We roll forward instead");
        bench.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("diagnosis/1")]
    [InlineData("proposal/1")]
    public async Task No_answer_in_time_means_no(string unanswered)
    {
        await using var bench = await ThreadBench.StartAsync(("Workflow:ApprovalTimeout", "6s"));
        var id = await bench.BadRolloutAsync();
        if (unanswered != "diagnosis/1")
            (await bench.Api.DecideAsync(id, "approve", "diagnosis/1")).IsTaken.ShouldBeTrue();

        var incident = await bench.Api.WhenStatusAsync(id, "escalated");

        incident.Card(unanswered).Outcome.ShouldBe("expired");
        await using var page = await IncidentPage.OpenAsync(browser, bench.Gateway, id, "timed-out");
        (await page.TextAsync()).ShouldContain($"Nobody answered {unanswered}");
        (await bench.Api.DecideAsync(id, "approve", unanswered)).Code.ShouldBe(409);
        bench.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_click_changes_nothing_and_says_who_was_first()
    {
        await using var bench = await ThreadBench.StartAsync();
        var id = await bench.BadRolloutAsync();
        await bench.Api.DecideAsync(id, "approve", "diagnosis/1");
        await using var one = await IncidentPage.OpenAsync(browser, bench.Gateway, id, "first", javaScript: false);
        await using var other = await IncidentPage.OpenAsync(browser, bench.Gateway, id, "second", javaScript: false);
        await one.AskedAsync("proposal/1");
        await other.AskedAsync("proposal/1");

        await one.ApproveAsync();
        await other.ApproveAsync();

        (await one.NoticeAsync()).ShouldBe("Approved.");
        (await other.NoticeAsync()).ShouldContain("proposal/1 was approved by local at");
        await bench.Api.WhenStatusAsync(id, "resolved");
        bench.Changes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_clicks_at_once_one_counts()
    {
        await using var bench = await ThreadBench.StartAsync();
        var id = await bench.BadRolloutAsync();
        await bench.Api.DecideAsync(id, "approve", "diagnosis/1");
        await bench.Api.WhenAsync(id, incident => incident.OpenCard == "proposal/1", "the proposal is asked about");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bench.Api.DecideAsync(id, "approve", "proposal/1")));

        answers.Count(answer => answer.IsTaken).ShouldBe(1);
        answers.Where(answer => !answer.IsTaken).ShouldAllBe(answer => answer.Code == 409 && answer.Body.Contains("approved by local"));
        await bench.Api.WhenStatusAsync(id, "resolved");
        bench.Changes.Count.ShouldBe(1);
    }
}
