using System.Text.Json.Nodes;
using AiFixer.Lark.Client;
using AiFixer.Playground.Lark;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Lark.Client;

public sealed class LarkErrorTests
{
    [Fact]
    public async Task The_true_cause_of_a_refused_card_is_said()
    {
        await using var bench = await LarkBench.StartAsync();
        var card = new JsonObject { ["schema"] = "2.0", ["body"] = new JsonObject { ["elements"] = new JsonArray(new JsonObject { ["tag"] = "note" }) } };

        var result = await bench.Client.SendAsync(bench.ToGroup, LarkBody.Card(card), "once", LarkBench.Stop);

        var error = result.Error.ShouldNotBeNull();
        error.Kind.ShouldBe(LarkErrorKind.Refused);
        error.Code.ShouldBe(200861);
        error.Message.ShouldContain("unsupported tag");
        error.Message.ShouldContain("note");
    }

    [Fact]
    public async Task A_card_that_somebody_else_is_changing_is_tried_again()
    {
        await using var bench = await LarkBench.StartAsync();
        var card = new JsonObject { ["schema"] = "2.0", ["body"] = new JsonObject { ["elements"] = new JsonArray() } };
        var sent = LarkBench.Done(await bench.Client.SendAsync(bench.ToGroup, LarkBody.Card(card), "once", LarkBench.Stop));
        bench.Lark.Faults.Add(LarkFault.CardLocked, 2, "PATCH");

        LarkBench.Done(await bench.WithPausesAsync(bench.Client.PatchAsync(sent.Id, card, LarkBench.Stop)));

        bench.Lark.Room.Message(sent.Id)!.Updates.ShouldBe(1);
    }

    [Fact]
    public async Task A_long_limit_is_given_back_with_how_long_and_others_do_not_even_ask()
    {
        await using var bench = await LarkBench.StartAsync();
        bench.Lark.Faults.Reset = TimeSpan.FromSeconds(40);
        bench.Lark.Faults.Add(LarkFault.Limited);

        var first = await bench.Client.SendAsync(bench.ToGroup, LarkBody.Text("x"), "once-1", LarkBench.Stop);
        var second = await bench.Client.SendAsync(bench.ToGroup, LarkBody.Text("y"), "once-2", LarkBench.Stop);

        first.Error.ShouldNotBeNull().Kind.ShouldBe(LarkErrorKind.Limited);
        first.Error.After.ShouldBe(TimeSpan.FromSeconds(40));
        second.Error.ShouldNotBeNull().Kind.ShouldBe(LarkErrorKind.Limited);
        bench.Lark.Room.Messages.ShouldBeEmpty();

        bench.Time.Advance(TimeSpan.FromSeconds(40));
        await bench.SendAsync("z", "once-3");
    }

    [Fact]
    public async Task What_was_recalled_is_gone()
    {
        await using var bench = await LarkBench.StartAsync();
        var card = new JsonObject { ["schema"] = "2.0", ["body"] = new JsonObject { ["elements"] = new JsonArray() } };
        var sent = LarkBench.Done(await bench.Client.SendAsync(bench.ToGroup, LarkBody.Card(card), "once", LarkBench.Stop));
        bench.Lark.Room.Recall(sent.Id);

        var result = await bench.Client.PatchAsync(sent.Id, card, LarkBench.Stop);

        result.Error.ShouldNotBeNull().Kind.ShouldBe(LarkErrorKind.Gone);
    }

    [Fact]
    public async Task A_card_that_is_too_old_is_gone()
    {
        await using var bench = await LarkBench.StartAsync();
        var card = new JsonObject { ["schema"] = "2.0", ["body"] = new JsonObject { ["elements"] = new JsonArray() } };
        var sent = LarkBench.Done(await bench.Client.SendAsync(bench.ToGroup, LarkBody.Card(card), "once", LarkBench.Stop));
        bench.Time.Advance(TimeSpan.FromDays(15));

        (await bench.Client.PatchAsync(sent.Id, card, LarkBench.Stop)).Error.ShouldNotBeNull().Kind.ShouldBe(LarkErrorKind.Gone);
    }

    [Fact]
    public async Task A_chat_that_we_are_not_in_is_refused_with_the_reason()
    {
        await using var bench = await LarkBench.StartAsync();
        bench.Lark.Room.LetBotIn(bench.Group.Id, isIn: false);

        var result = await bench.Client.SendAsync(bench.ToGroup, LarkBody.Text("x"), "once", LarkBench.Stop);

        result.Error.ShouldNotBeNull().Kind.ShouldBe(LarkErrorKind.Refused);
        result.Error.Message.ShouldContain("out of the chat");
    }

    [Fact]
    public async Task Nobody_there_is_unavailable()
    {
        await using var bench = await LarkBench.StartAsync(change: options => options with { Url = new("http://127.0.0.1:1") });

        var result = await bench.WithPausesAsync(bench.Client.SendAsync(bench.ToGroup, LarkBody.Text("x"), "once", LarkBench.Stop));

        result.Error.ShouldNotBeNull().Kind.ShouldBe(LarkErrorKind.Unavailable);
        result.Error.Code.ShouldBe(0);
    }
}
