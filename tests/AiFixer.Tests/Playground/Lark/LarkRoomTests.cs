using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Push;
using AiFixer.Playground.Lark.Room;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Playground.Lark;

public sealed class LarkRoomTests
{
    [Fact]
    public async Task Whoever_is_named_in_a_text_is_a_mention()
    {
        await using var bench = await LarkBench.StartAsync();
        var bob = bench.Lark.Room.People.First(one => one.Name == "Bob");

        var message = bench.Lark.Room.Write(bench.Group, bench.Alice, $"""<at user_id="{bob.OpenId}">x</at> look, <at user_id="all">all</at> <at user_id="ou_nobody">n</at>""");

        message.Content.ShouldBe("""{"text":"@_user_1 look, @_all <at user_id=\"ou_nobody\">n</at>"}""");
        message.Text.ShouldStartWith("@Bob look");
    }

    [Fact]
    public async Task An_answer_knows_what_it_answers_and_where_it_began()
    {
        await using var bench = await LarkBench.StartAsync();
        var first = bench.Lark.Room.Write(bench.Group, bench.Alice, "one");
        var second = bench.Lark.Room.Write(bench.Group, bench.Alice, "two", first.Id);

        var third = bench.Lark.Room.Write(bench.Group, bench.Alice, "three", second.Id);

        (third.ParentId, third.RootId).ShouldBe((second.Id, first.Id));
    }

    [Fact]
    public async Task A_change_is_noticed()
    {
        await using var bench = await LarkBench.StartAsync();
        var before = bench.Lark.Room.Version;
        var changed = bench.Lark.Room.ChangedAsync(before, LarkBench.Stop);
        changed.IsCompleted.ShouldBeFalse();

        bench.Lark.Room.Write(bench.Group, bench.Alice, "x");

        await changed;
        bench.Lark.Room.Version.ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task Buttons_are_found_by_what_they_say_and_a_disabled_one_cannot_be_used()
    {
        await using var bench = await LarkBench.StartAsync();
        var card = JsonNode.Parse("""
            {"schema":"2.0","body":{"elements":[{"tag":"column_set","columns":[{"tag":"column","elements":[
              {"tag":"button","text":{"tag":"plain_text","content":"Approve"},"behaviors":[{"type":"callback","value":{"op":"approve"}}]},
              {"tag":"button","disabled":true,"text":{"tag":"plain_text","content":"Reject"},"behaviors":[{"type":"callback","value":{"op":"reject"}}]},
              {"tag":"button","text":{"tag":"plain_text","content":"Open"},"behaviors":[{"type":"open_url","default_url":"https://e.x/"}]}]}]}]}}
            """);
        var message = bench.Lark.Room.Write(bench.Group, bench.Lark.Room.Bot, "interactive", card!.ToJsonString(), null);

        RoomButton.Of(card).Select(one => (one.Text, one.Disabled)).ShouldBe([("Approve", false), ("Reject", true)]);
        (await bench.Lark.Room.ClickAsync(message.Id, bench.Alice, "Approve", cancellationToken: LarkBench.Stop)).Code.ShouldBe(PushAnswer.NoAddress);
        await Should.ThrowAsync<InvalidOperationException>(() => bench.Lark.Room.ClickAsync(message.Id, bench.Alice, "Reject", cancellationToken: LarkBench.Stop));
    }

    /// <summary>15 s, 5 min, 1 h, 6 h, and then no more.</summary>
    [Fact]
    public async Task What_nobody_takes_is_sent_again_by_the_schedule_and_then_no_more()
    {
        await using var bench = await LarkBench.StartAsync();
        var started = bench.Time.GetUtcNow();
        bench.Lark.Room.Write(bench.Group, bench.Alice, "hello?");

        for (var attempts = 1; attempts <= 5; attempts++)
        {
            var expected = attempts;
            await TestSupport.Eventually.TrueAsync(() => bench.Lark.Deliveries.Count == expected, $"attempt {expected}", cancellation: LarkBench.Stop);
            if (attempts == 5)
                break;
            await bench.Time.TimersArmedAsync(1);
            bench.Time.AdvanceToNextTimer();
        }

        bench.Time.Advance(TimeSpan.FromDays(1));
        bench.Lark.Deliveries.Select(one => one.At - started).ShouldBe(
            [TimeSpan.Zero, new(0, 0, 15), new(0, 5, 15), new(1, 5, 15), new(7, 5, 15)]);
        bench.Lark.Deliveries.Select(one => one.EventId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_click_that_nobody_takes_is_not_sent_again()
    {
        await using var bench = await LarkBench.StartAsync();
        var message = bench.Lark.Room.Write(bench.Group, bench.Alice, "x");

        await bench.Lark.Room.ClickAsync(message.Id, bench.Alice, [], null, "", LarkBench.Stop);
        bench.Time.Advance(TimeSpan.FromDays(1));

        bench.Lark.Deliveries.Count(one => one.Type == "card.action.trigger").ShouldBe(1);
    }
}
