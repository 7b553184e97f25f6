using AiFixer.Playground.Lark;
using AiFixer.Playground.Lark.Room;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Conversation;

/// <summary>From an alert in a chat to its cure, over the wire and with a store on disk.</summary>
public sealed class ConversationTests
{
    private const string Alert = "[告警] P1 HighMemoryUsage\nnamespace: shop\ndeployment: checkout";

    [Fact]
    public async Task An_alert_in_a_chat_is_diagnosed_approved_cured_once_and_closed_there()
    {
        await using var product = await WholeProduct.StartAsync();
        var (alice, bob, carol) = (product.Person("Alice"), product.Person("Bob"), product.Person("Carol"));
        var room = product.Lark.Room;
        var alert = room.Write(product.Chat, bob, Alert);

        var diagnosis = await product.CardAsync("Diagnosis");
        diagnosis.ParentId.ShouldBe(alert.Id);
        (await room.ClickAsync(diagnosis.Id, carol, "Approve", cancellationToken: WholeProduct.Stop)).Kind.ShouldBe("error");
        (await room.ClickAsync(diagnosis.Id, alice, "Approve", cancellationToken: WholeProduct.Stop)).Kind.ShouldBe("success");

        var proposal = await product.CardAsync("Proposed fix");
        (await product.CardAsync("Diagnosis", card => RoomButton.Of(card.Card).Count == 0)).Id.ShouldBe(diagnosis.Id);
        product.Lark.Faults.Add(LarkFault.LostAnswer, count: 2, method: "PATCH");
        product.Lark.Faults.Add(LarkFault.TokenExpired);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Approve(room, proposal, alice)));
        clicks.Count(click => click.Kind == "success").ShouldBe(1);

        await product.CardAsync("Resolved");
        await product.CardAsync("Fix", card => card.Content.Contains("done", StringComparison.Ordinal) && card.Content.Contains("The world recovered", StringComparison.Ordinal));
        await product.CardAsync("Proposed fix", card => RoomButton.Of(card.Card).Count == 0);
        product.Cure.Executed.ShouldBe(1);
        await Eventually.TrueAsync(() => room.Message(alert.Id)!.Reactions.Select(sign => sign.Emoji).SequenceEqual(["DONE"]), "the alert is marked as done", cancellation: WholeProduct.Stop);
        room.Messages.Count(message => message.SenderType == "app").ShouldBe(4);
    }

    [Fact]
    public async Task What_was_asked_before_a_restart_is_answered_after_it()
    {
        await using var product = await WholeProduct.StartAsync();
        product.Lark.Room.Write(product.Chat, product.Person("Bob"), Alert);
        var diagnosis = await product.CardAsync("Diagnosis");

        await product.RestartAsync();

        (await product.Lark.Room.ClickAsync(diagnosis.Id, product.Person("Alice"), "Approve", cancellationToken: WholeProduct.Stop)).Kind.ShouldBe("success");
        await product.CardAsync("Proposed fix");
        product.Lark.Room.Messages.Count(message => message.SenderType == "app").ShouldBe(2);
    }

    private static Task<ClickOutcome> Approve(LarkRoom room, RoomMessage card, RoomPerson by) =>
        room.ClickAsync(card.Id, by, RoomButton.Of(card.Card)[0].Value, null, "", WholeProduct.Stop);
}
