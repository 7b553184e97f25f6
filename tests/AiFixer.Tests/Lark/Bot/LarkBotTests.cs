using AiFixer.Core;
using AiFixer.Core.Notices;
using AiFixer.Lark.Bot;
using AiFixer.Playground.Lark;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Lark.Bot;

public sealed class LarkBotTests
{
    private static readonly Notice Some = new("n1", new("INC-1"), Severity.P1, "checkout <at user_id=\"all\">all</at>", "**too slow** <at id=all></at>");

    [Fact]
    public void The_documented_signature_is_made() => BotSignature.Of("1599360473", "demo").ShouldBe("l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");

    [Fact]
    public async Task A_notice_arrives_as_plain_text()
    {
        await using var bench = await LarkBench.StartAsync();

        (await SendAsync(bench)).Delivered.ShouldBeTrue();

        var message = bench.Lark.Room.Messages.ShouldHaveSingleItem();
        message.Type.ShouldBe("post");
        message.Content.ShouldNotContain("\"at\"");
        message.Content.ShouldContain("too slow");
    }

    [Fact]
    public async Task A_bot_that_wants_signatures_gets_them()
    {
        await using var bench = await LarkBench.StartAsync(new() { HookSecret = "demo" });

        (await SendAsync(bench, options => options with { Secret = "demo" })).Delivered.ShouldBeTrue();
        var wrong = await SendAsync(bench, options => options with { Secret = "other" });

        (wrong.Delivered, wrong.Retryable).ShouldBe((false, false));
        wrong.Details.ShouldContain("19021");
        wrong.Details.ShouldNotContain("other");
    }

    /// <summary>The status is 200 whatever happened.</summary>
    [Fact]
    public async Task What_was_refused_is_no_success_whatever_the_status_says()
    {
        await using var bench = await LarkBench.StartAsync();

        var result = await SendAsync(bench, options => options with { Url = new(bench.Lark.Url, "/open-apis/bot/v2/hook/oc_none") });

        (result.Delivered, result.Retryable).ShouldBe((false, false));
        result.Details.ShouldContain("19001");
        result.Details.ShouldNotContain("oc_none");
    }

    [Fact]
    public async Task Too_many_at_a_time_are_sent_again_later()
    {
        await using var bench = await LarkBench.StartAsync();
        for (var i = 0; i < 5; i++)
            await SendAsync(bench);

        var result = await SendAsync(bench);

        (result.Delivered, result.Retryable).ShouldBe((false, true));
    }

    [Fact]
    public async Task Nobody_there_is_told_again_later()
    {
        await using var bench = await LarkBench.StartAsync();

        var result = await SendAsync(bench, options => options with { Url = new("http://127.0.0.1:1/hook/secret-part") });

        (result.Delivered, result.Retryable).ShouldBe((false, true));
        result.Details.ShouldNotContain("secret-part");
    }

    private static async Task<NoticeResult> SendAsync(LarkBench bench, Func<LarkBotOptions, LarkBotOptions>? change = null)
    {
        var options = new LarkBotOptions { Url = bench.Lark.HookOf(bench.Group) };
        using var bot = new LarkBot(change?.Invoke(options) ?? options, new SocketsHttpHandler(), bench.Time);
        return await bot.SendAsync(Some, LarkBench.Stop);
    }
}
