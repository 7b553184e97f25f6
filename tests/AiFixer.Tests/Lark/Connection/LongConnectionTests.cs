using System.Net.WebSockets;
using System.Text.Json.Nodes;
using AiFixer.Lark.Events;
using AiFixer.Playground.Lark;
using AiFixer.Playground.Lark.Connection;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Lark.Connection;

public sealed class LongConnectionTests
{
    [Fact]
    public async Task What_somebody_writes_arrives_and_is_answered()
    {
        await using var bench = await ConnectionBench.StartAsync();

        await bench.StillWorksAsync("the site is down");

        bench.Lark.Deliveries.ShouldHaveSingleItem().Problem.ShouldBe(0);
        bench.Events.Messages.ShouldHaveSingleItem().Content.ShouldContain("the site is down");
    }

    [Fact]
    public async Task A_click_is_answered_with_a_toast_and_another_card()
    {
        await using var bench = await ConnectionBench.StartAsync();
        var sent = await bench.Bench.SendAsync();
        var card = new JsonObject { ["schema"] = "2.0", ["body"] = new JsonObject { ["elements"] = new JsonArray() } };
        bench.Events.OnClick = (_, _) => Task.FromResult(new ClickAnswer(ToastKind.Warning, "Too late", "太晚了", card));

        var outcome = await bench.Lark.Room.ClickAsync(sent.Id, bench.Bench.Alice, new() { ["op"] = "approve" }, null, "", LarkBench.Stop);

        (outcome.Code, outcome.Kind, outcome.Text).ShouldBe((0, "warning", "Too late"));
        outcome.Toast!["i18n"]!["zh_cn"]!.GetValue<string>().ShouldBe("太晚了");
        bench.Lark.Room.Message(sent.Id)!.Updates.ShouldBe(1);
        bench.Events.Clicks.ShouldHaveSingleItem().By!.OpenId.ShouldBe(bench.Bench.Alice.OpenId);
    }

    [Fact]
    public async Task A_click_by_nobody_is_answered_too()
    {
        await using var bench = await ConnectionBench.StartAsync();
        var sent = await bench.Bench.SendAsync();

        var outcome = await bench.Lark.Room.ClickAsync(sent.Id, null, [], null, "", LarkBench.Stop);

        outcome.Code.ShouldBe(0);
        bench.Events.Clicks.ShouldHaveSingleItem().By.ShouldBeNull();
    }

    [Fact]
    public async Task What_comes_in_pieces_is_put_together_and_answered_once()
    {
        await using var bench = await ConnectionBench.StartAsync(new() { LargestPayload = 100 });

        await bench.StillWorksAsync(new string('长', 3000));

        bench.Lark.Deliveries.ShouldHaveSingleItem().Problem.ShouldBe(0);
    }

    [Theory]
    [InlineData(7, "event")]
    [InlineData(1, "card")]
    [InlineData(1, "news")]
    [InlineData(0, "ping")]
    [InlineData(0, "pong")]
    public async Task A_frame_of_a_kind_that_nobody_knows_does_no_harm(int method, string type)
    {
        await using var bench = await ConnectionBench.StartAsync();

        await SendAsync(bench, new PlatformFrame(1, 1, 1, method, [("type", type), ("message_id", "m"), ("sum", "1"), ("seq", "0")], "{"u8.ToArray()).ToBytes());

        await bench.StillWorksAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_frame_do_no_harm()
    {
        await using var bench = await ConnectionBench.StartAsync();

        await SendAsync(bench, [0xff, 0xff, 0xff]);
        await SendAsync(bench, []);
        await SendAsync(bench, "hello"u8.ToArray(), WebSocketMessageType.Text);
        await SendAsync(bench, new PlatformFrame(1, 1, 1, 1, [("type", "event"), ("message_id", "m"), ("sum", "-3"), ("seq", "x")], "{}"u8.ToArray()).ToBytes());
        await SendAsync(bench, new PlatformFrame(1, 1, 1, 1, [("type", "event"), ("message_id", "m"), ("sum", "1"), ("seq", "0")], "not JSON"u8.ToArray()).ToBytes());

        await bench.StillWorksAsync();
    }

    [Fact]
    public async Task A_frame_of_ten_megabytes_does_no_harm()
    {
        await using var bench = await ConnectionBench.StartAsync();

        await SendAsync(bench, PlatformFrames.Event(1, "m", 1, 0, new byte[10 * 1024 * 1024], bench.Time.GetUtcNow()).ToBytes());

        await bench.StillWorksAsync();
    }

    [Fact]
    public async Task What_cannot_be_taken_is_sent_again_by_the_platforms_schedule()
    {
        await using var bench = await ConnectionBench.StartAsync();
        var fails = 2;
        bench.Events.OnMessage = (_, _) => Interlocked.Decrement(ref fails) >= 0 ? throw new InvalidOperationException("the store is away") : Task.CompletedTask;
        bench.Lark.Room.Write(bench.Bench.Group, bench.Bench.Alice, "help");

        await ConnectionBench.UntilAsync(() => bench.Lark.Deliveries.Count == 1, "the first attempt");
        await bench.Time.TimersArmedAsync(2);
        bench.Time.Advance(TimeSpan.FromSeconds(15));
        await ConnectionBench.UntilAsync(() => bench.Lark.Deliveries.Count == 2, "the second attempt");
        await bench.Time.TimersArmedAsync(2);
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        await ConnectionBench.UntilAsync(() => bench.Lark.Deliveries.Count == 3, "the third attempt");

        bench.Lark.Deliveries.Select(one => one.Problem == 0).ShouldBe([false, false, true]);
        bench.Events.Messages.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Each_of_several_connections_takes_its_share_and_nothing_comes_twice()
    {
        await using var bench = await ConnectionBench.StartAsync(count: 3);

        for (var i = 0; i < 30; i++)
            bench.Lark.Room.Write(bench.Bench.Group, bench.Bench.Alice, $"{i}");
        await ConnectionBench.UntilAsync(() => bench.Events.Messages.Count == 30, "all arrived");

        bench.Events.Messages.Select(one => one.Id).Distinct().Count().ShouldBe(30);
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_is_not_waited_for_and_not_broken_off()
    {
        await using var bench = await ConnectionBench.StartAsync();
        var sent = await bench.Bench.SendAsync();
        var done = new TaskCompletionSource<ClickAnswer>();
        var token = CancellationToken.None;
        bench.Events.OnClick = (_, given) =>
        {
            token = given;
            return done.Task;
        };

        var click = bench.Lark.Room.ClickAsync(sent.Id, bench.Bench.Alice, [], null, "", LarkBench.Stop);
        await ConnectionBench.UntilAsync(() => bench.Time.NextDue - bench.Time.GetUtcNow() < TimeSpan.FromSeconds(3), "we lose patience before the platform does");
        bench.Time.AdvanceToNextTimer();
        var outcome = await click;

        (outcome.Code, outcome.Kind).ShouldBe((0, "warning"));
        token.IsCancellationRequested.ShouldBeFalse();
        done.SetResult(new(ToastKind.Success, "later"));
    }

    [Fact]
    public async Task A_handler_that_fails_says_that_nothing_was_done()
    {
        await using var bench = await ConnectionBench.StartAsync();
        var sent = await bench.Bench.SendAsync();
        bench.Events.OnClick = (_, _) => throw new InvalidOperationException("the store is away");

        var outcome = await bench.Lark.Room.ClickAsync(sent.Id, bench.Bench.Alice, [], null, "", LarkBench.Stop);

        (outcome.Code, outcome.Kind).ShouldBe((0, "error"));
        outcome.Text.ShouldStartWith("Not done");
        outcome.Text.ShouldNotContain("store");
    }

    private static Task SendAsync(ConnectionBench bench, byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        bench.Lark.Hub.Open.Single().SendAsync(bytes, LarkBench.Stop, type);
}
