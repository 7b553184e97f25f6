using System.Text.Json.Nodes;
using AiFixer.Lark.Client;
using AiFixer.Playground.Lark;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Lark.Client;

public sealed class LarkClientTests
{
    private static readonly JsonObject Card = new()
    {
        ["schema"] = "2.0",
        ["body"] = new JsonObject { ["elements"] = new JsonArray(new JsonObject { ["tag"] = "markdown", ["content"] = "内存 97%" }) },
    };

    [Fact]
    public async Task A_card_arrives_as_it_was_made()
    {
        await using var bench = await LarkBench.StartAsync();

        var sent = LarkBench.Done(await bench.Client.SendAsync(bench.ToGroup, LarkBody.Card(Card), "once", LarkBench.Stop));

        var message = bench.Lark.Room.Message(sent.Id).ShouldNotBeNull();
        message.Card!.ToJsonString().ShouldBe(Card.ToJsonString());
        message.Content.ShouldContain("内存");
        sent.ChatId.ShouldBe(bench.Group.Id);
    }

    [Fact]
    public async Task The_same_once_sends_one_message()
    {
        await using var bench = await LarkBench.StartAsync();

        var first = await bench.SendAsync("one", "same");
        var second = await bench.SendAsync("two", "same");

        second.Id.ShouldBe(first.Id);
        bench.Lark.Room.Messages.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(LarkFault.LostAnswer)]
    [InlineData(LarkFault.LostRequest)]
    [InlineData(LarkFault.ServerError)]
    [InlineData(LarkFault.Unavailable)]
    [InlineData(LarkFault.Garbled)]
    [InlineData(LarkFault.Limited)]
    [InlineData(LarkFault.TokenExpired)]
    public async Task Whatever_goes_wrong_once_one_message_is_there_in_the_end(LarkFault fault)
    {
        await using var bench = await LarkBench.StartAsync();
        bench.Lark.Faults.Add(fault);

        var sent = LarkBench.Done(await bench.WithPausesAsync(bench.Client.SendAsync(bench.ToGroup, LarkBody.Text("x"), "once", LarkBench.Stop)));

        bench.Lark.Room.Messages.ShouldHaveSingleItem().Id.ShouldBe(sent.Id);
    }

    [Theory]
    [InlineData(LarkFault.LostAnswer)]
    [InlineData(LarkFault.ServerError)]
    public async Task A_reaction_of_which_nothing_is_known_is_not_made_again(LarkFault fault)
    {
        await using var bench = await LarkBench.StartAsync();
        var sent = await bench.SendAsync();
        bench.Lark.Faults.Add(fault);

        var result = await bench.WithPausesAsync(bench.Client.ReactAsync(sent.Id, "DONE", LarkBench.Stop));

        result.Error.ShouldNotBeNull().Kind.ShouldBe(LarkErrorKind.Unavailable);
        bench.Lark.Room.Message(sent.Id)!.Reactions.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_reaction_is_taken_back()
    {
        await using var bench = await LarkBench.StartAsync();
        var sent = await bench.SendAsync();
        var reaction = LarkBench.Done(await bench.Client.ReactAsync(sent.Id, "DONE", LarkBench.Stop)).Id!;

        LarkBench.Done(await bench.Client.UnreactAsync(sent.Id, reaction, LarkBench.Stop));

        bench.Lark.Room.Message(sent.Id)!.Reactions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_is_replaced()
    {
        await using var bench = await LarkBench.StartAsync();
        var sent = LarkBench.Done(await bench.Client.SendAsync(bench.ToGroup, LarkBody.Card(Card), "once", LarkBench.Stop));
        var other = (JsonObject)Card.DeepClone();
        other["body"]!["elements"]![0]!["content"] = "done";

        LarkBench.Done(await bench.Client.PatchAsync(sent.Id, other, LarkBench.Stop));

        bench.Lark.Room.Message(sent.Id)!.Content.ShouldContain("done");
    }

    [Fact]
    public async Task An_answer_in_a_thread_makes_the_thread()
    {
        await using var bench = await LarkBench.StartAsync();
        var first = bench.Lark.Room.Write(bench.Group, bench.Alice, "the site is down");

        var sent = LarkBench.Done(await bench.Client.ReplyAsync(first.Id, LarkBody.Text("looking"), inThread: true, "once", LarkBench.Stop));

        sent.ThreadId.ShouldNotBeNull();
        bench.Lark.Room.Message(sent.Id)!.RootId.ShouldBe(first.Id);
        bench.Lark.Room.Message(first.Id)!.ThreadId.ShouldBe(sent.ThreadId);
    }

    [Fact]
    public async Task A_message_is_read_with_who_is_named_in_it()
    {
        await using var bench = await LarkBench.StartAsync();
        var written = bench.Lark.Room.Write(bench.Group, bench.Alice, $"""<at user_id="{bench.Lark.Room.Bot.OpenId}">bot</at> /status""");

        var message = LarkBench.Done(await bench.Client.GetMessageAsync(written.Id, LarkBench.Stop));

        message.Content.ShouldBe("""{"text":"@_user_1 /status"}""");
        message.Mentions.ShouldHaveSingleItem().Person.OpenId.ShouldBe(bench.Lark.Room.Bot.OpenId);
        message.Sender.OpenId.ShouldBe(bench.Alice.OpenId);
        message.WrittenAt.ToUnixTimeMilliseconds().ShouldBe(written.CreatedAt.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task We_know_who_we_are()
    {
        await using var bench = await LarkBench.StartAsync();

        LarkBench.Done(await bench.Client.WhoAmIAsync(LarkBench.Stop)).OpenId.ShouldBe(bench.Lark.Room.Bot.OpenId);
    }
}
