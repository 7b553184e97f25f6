using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Room;
using AiFixer.Storage;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Lark.Cards;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Room;

/// <summary>Who is on call learns of the worst, in whatever chat its alert was written.</summary>
public sealed class SecondChatTests(SharedPostgres postgres)
{
    [Theory]
    [InlineData(Severity.P0, true)]
    [InlineData(Severity.P1, true)]
    [InlineData(Severity.P2, false)]
    public async Task The_worst_is_told_where_incidents_are_told_too(Severity severity, bool isTold)
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);

        await room.TellAsync(Story.Open(alert: From("oc_alerts", severity)).Triaged().Diagnosed());

        room.Lark.Messages.Count(message => message.Chat == "oc_oncall").ShouldBe(isTold ? 1 : 0);
        room.Lark.Messages.Count(message => message.Chat == "oc_alerts").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_told_there_asks_nothing_and_stays_true_to_the_end()
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);
        var story = Story.Open(alert: From("oc_alerts", Severity.P0)).Triaged().Diagnosed();
        await room.TellAsync(story);
        var copy = room.Lark.Messages.Single(message => message.Chat == "oc_oncall");
        copy.Root.ShouldBeNull();
        Shown.Buttons(copy.Content).ShouldBeEmpty();
        Shown.Text(copy.Content).ShouldContain("waits for an answer");

        await room.TellAsync(story.Hears(new PersonInput.Ignore(Given.Operator, "known")));

        Shown.Text(copy.Content).ShouldContain("ignored");
        room.Lark.Messages.Count(message => message.Chat == "oc_oncall").ShouldBe(1);
    }

    [Fact]
    public async Task What_was_written_where_incidents_are_told_is_not_told_twice()
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);

        await room.TellAsync(Story.Open(alert: From("oc_oncall", Severity.P0)));

        room.Lark.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chat_that_hears_too_much_holds_up_nothing_elsewhere_and_is_told_later()
    {
        await using var room = await RoomUnderTest.NewAsync(StorageOptions.Sqlite, postgres);
        room.Lark.FullChats.Add("oc_oncall");
        var story = Story.Open(alert: From("oc_alerts", Severity.P0)).Triaged().Diagnosed();

        await room.TellAsync(story);

        room.Lark.Messages.ShouldHaveSingleItem().Chat.ShouldBe("oc_alerts");
        room.Lark.Signs["om_alert"].ShouldBe([Reactions.Seen]);
        var calls = room.Lark.Calls;
        await room.ExecuteAsync("update message_work set due = 0");
        await room.LookAsync();
        room.Lark.Calls.ShouldBe(calls);

        room.Lark.FullChats.Clear();
        await room.PassAsync();
        room.Lark.Messages.Count(message => message.Chat == "oc_oncall").ShouldBe(1);
        (await room.WorkAsync()).ShouldBeNull();
    }

    private static Alert From(string chat, Severity severity) => new ChatAlert(chat, "om_alert").On(Given.Alert(severity: severity));
}
