using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Lark;

/// <summary>The whole conversation as people have it: in a browser, on the practice Lark's page.</summary>
public sealed class ChatTests(HeadlessBrowser browser)
{
    [Fact]
    public async Task An_alert_is_diagnosed_approved_fixed_and_over_in_the_chat()
    {
        await using var bench = await ChatBench.StartAsync();
        await bench.BreakCheckoutAsync();
        await using var page = await ChatRoomPage.OpenAsync(browser, bench, "conversation");
        await page.BeAsync("Monitor");
        await page.WriteAlertAsync();

        await page.CardAsync("Diagnosis", "Is this diagnosis right?");
        await page.PictureAsync("diagnosis");
        await page.BeAsync("Carol");
        (await page.ClickAsync("Diagnosis", "Approve")).ShouldContain("You may not decide here");
        await page.PictureAsync("stranger");
        await page.BeAsync("Bob");
        (await page.ClickAsync("Diagnosis", "Approve")).ShouldContain("Not by you");
        await page.BeAsync("Alice");
        (await page.ClickAsync("Diagnosis", "Approve")).ShouldBe("Approved.");
        await page.AnsweredAsync("Diagnosis");
        await page.CardAsync("Diagnosis", "Approved by Alice");

        await page.CardAsync("Proposed fix", "Approving runs exactly this");
        await page.PictureAsync("proposal");
        bench.Changes.ShouldBe(0);
        await using var other = await ChatRoomPage.OpenAsync(browser, bench, "second-click");
        await other.BeAsync("Alice");
        await other.CardAsync("Proposed fix", "Approving runs exactly this");
        await other.LoseTouchAsync();
        (await page.ClickAsync("Proposed fix", "Approve")).ShouldBe("Approved.");
        (await other.ClickAsync("Proposed fix", "Approve")).ShouldContain("You answered this already");
        await other.PictureAsync("told");

        await page.CardAsync("Fix:", "The world recovered");
        await page.CardAsync("Resolved");
        await page.SignedAsync("DONE");
        await page.AnsweredAsync("Proposed fix");
        await page.PictureAsync("end");
        bench.Changes.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_told_so_and_the_card_says_so_then()
    {
        await using var bench = await ChatBench.StartAsync(("Workflow:ApprovalTimeout", "4s"));
        await bench.BreakCheckoutAsync();
        await using var page = await ChatRoomPage.OpenAsync(browser, bench, "expired");
        await page.BeAsync("Monitor");
        await page.WriteAlertAsync();
        await page.CardAsync("Diagnosis", "Is this diagnosis right?");
        await page.LoseTouchAsync();
        var line = (await bench.Api.AllAsync()).ShouldHaveSingleItem();
        await bench.Api.WhenStatusAsync(line.Id, "escalated");

        await page.BeAsync("Alice");
        (await page.ClickAsync("Diagnosis", "Approve")).ShouldContain("Too late");
        await page.PictureAsync("told");
        await page.HearAgainAsync();

        await page.AnsweredAsync("Diagnosis");
        await page.CardAsync("Diagnosis", "Nobody answered");
        await page.CardAsync("Needs a person", "Nobody answered");
        await page.PictureAsync("escalated");
        await page.BeAsync("Bob");
        (await page.ClickAsync("Needs a person", "Take over")).ShouldBe("It is in your hands now.");
        await page.CardAsync("Needs a person", "Bob has it");
        await page.PictureAsync("taken");
        bench.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_speaks_Chinese_reads_Chinese()
    {
        await using var bench = await ChatBench.StartAsync(("Lark:Language", "zh-CN"));
        await bench.BreakCheckoutAsync();
        await using var page = await ChatRoomPage.OpenAsync(browser, bench, "chinese", "zh-CN");
        await page.BeAsync("Monitor");
        await page.WriteAlertAsync();
        await page.CardAsync("诊断", "这个诊断对吗");
        await page.PictureAsync("diagnosis");
        await page.BeAsync("Carol");
        (await page.ClickAsync("诊断", "同意")).ShouldContain("您无权在此决定");
        await page.BeAsync("Bob");
        (await page.ClickAsync("诊断", "同意")).ShouldNotContain("approver");
        await page.PictureAsync("operator");
        await page.BeAsync("Alice");
        (await page.ClickAsync("诊断", "同意")).ShouldBe("已同意。");

        await page.CardAsync("修复方案", "原样执行");
        await page.PictureAsync("proposal");
        (await page.ClickAsync("修复方案", "同意")).ShouldBe("已同意。");

        await page.CardAsync("已恢复");
        await page.SignedAsync("DONE");
        await page.PictureAsync("end");
    }
}
