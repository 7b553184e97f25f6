using AiFixer.Core.Incidents;
using AiFixer.Lark.Room;
using AiFixer.Plugins;
using AiFixer.Storage;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Lark.Cards;
using AiFixer.Tests.Storage;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Room;

public sealed class RoomKeeperTests(SharedPostgres postgres)
{
    private const string Sqlite = StorageOptions.Sqlite;

    [Theory]
    [Stores]
    public async Task An_incident_is_told_once_and_everything_about_it_answers_the_first_message(string provider)
    {
        await using var room = await RoomUnderTest.NewAsync(provider, postgres);
        var story = Stories.AskedAboutDiagnosis();

        await room.TellAsync(story);
        await room.TellAsync(story.Approved().Proposed(Given.Planned()));
        room.Restart();
        await room.TellAsync(story.Approved().Starts().Sends());

        room.Lark.Messages.Select(message => (message.Chat, message.Root)).ShouldBe([("oc_oncall", null), ("oc_oncall", "om_1"), ("oc_oncall", "om_1"), ("oc_oncall", "om_1")]);
        await room.ShouldShowAsync(story);
        Shown.Buttons(new System.Text.Json.Nodes.JsonArray([.. room.Lark.Messages.Select(message => message.Content.DeepClone())])).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changed_several_times_meanwhile_is_told_once_as_it_is()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres);

        await room.TellAsync(Stories.Verifying());

        room.Lark.Messages.Count.ShouldBe(2);
        room.Lark.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_process_that_died_after_sending_and_before_writing_it_down_nothing_is_there_twice()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres);
        var story = Stories.AskedAboutDiagnosis();
        room.Lark.Faults.Enqueue(Fault.None);
        room.Lark.Faults.Enqueue(Fault.Lost);

        await room.TellAsync(story);
        room.Restart();
        await room.WriteAsync(story.Approved());
        await room.PassAsync();

        room.Lark.Messages.Count.ShouldBe(2);
        await room.ShouldShowAsync(story);
    }

    [Fact]
    public async Task After_an_hour_the_platform_has_forgotten_and_the_newer_of_two_is_the_one_that_is_kept_true()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres);
        var story = Stories.AskedAboutDiagnosis();
        room.Lark.Faults.Enqueue(Fault.None);
        room.Lark.Faults.Enqueue(Fault.Lost);
        await room.TellAsync(story);

        room.Time.Advance(TimeSpan.FromHours(1));
        room.Lark.ForgetKeys();
        await room.PassAsync();

        room.Lark.Messages.Count.ShouldBe(3);
        (await room.MessageAsync("diagnosis/1")).Id.ShouldBe("om_3");
        await room.ShouldShowAsync(story);
    }

    [Theory]
    [InlineData(nameof(Fault.Lost))]
    [InlineData(nameof(Fault.Down))]
    [InlineData(nameof(Fault.Limited))]
    [InlineData(nameof(Fault.Refused))]
    public async Task A_patch_that_failed_is_made_up_for_and_the_incident_says_so_meanwhile(string name)
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres);
        var story = Stories.AskedAboutDiagnosis();
        await room.TellAsync(story);
        room.Lark.Faults.Enqueue(Enum.Parse<Fault>(name));

        await room.TellAsync(story.Approved());
        (await room.WorkAsync()).ShouldNotBeNull().Error.ShouldNotBeEmpty();

        await room.PassAsync();
        await room.ShouldShowAsync(story);
        room.Lark.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task When_the_platform_does_not_take_the_text_people_are_told_where_it_is_and_nothing_can_be_approved_unseen()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres, new() { Chat = "oc_oncall", Pages = new("https://fix.example/") });
        var story = Stories.AskedAboutDiagnosis();
        room.Lark.Faults.Enqueue(Fault.None);
        room.Lark.Faults.Enqueue(Fault.Text);

        await room.TellAsync(story);
        var asked = await room.MessageAsync("diagnosis/1");
        Shown.Text(asked.Content).ShouldContain("Lark refused to show what");
        Shown.Buttons(asked.Content).ShouldBeEmpty();
        asked.Content.ToJsonString().ShouldContain($"https://fix.example/incidents/{Given.Id}");

        await room.TellAsync(story.Approved());
        Shown.Text(asked.Content).ShouldContain("Approved by Anna");
    }

    [Fact]
    public async Task An_open_card_that_was_taken_back_is_asked_anew()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres);
        var story = Stories.AskedAboutProposal(Given.Planned(traits: Given.Traits(PluginRisk.High)));
        await room.TellAsync(story);
        room.Lark.Recall((await room.MessageAsync("proposal/1")).Id);

        await room.TellAsync(story.Approved());

        var asked = await room.MessageAsync("proposal/1");
        Shown.Buttons(asked.Content).ShouldBe(["approve", "reject"]);
        await room.ShouldShowAsync(story);
    }

    [Fact]
    public async Task A_closed_card_that_was_taken_back_is_left_alone()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres);
        var story = Stories.AskedAboutDiagnosis();
        await room.TellAsync(story);
        room.Lark.Recall((await room.MessageAsync("diagnosis/1")).Id);

        await room.TellAsync(story.Hears(new PersonInput.Ignore(Given.Operator, "known")));

        (await room.WorkAsync()).ShouldBeNull();
        room.Lark.Messages.Count.ShouldBe(3);
    }

    [Fact]
    public async Task When_the_alert_itself_was_taken_back_the_cards_stand_by_themselves()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres);
        room.Lark.Recall("om_alert");

        await room.TellAsync(Story.Open(alert: new ChatAlert("oc_alerts", "om_alert").On(Given.Alert())).Triaged().Diagnosed());

        room.Lark.Messages.ShouldHaveSingleItem().Chat.ShouldBe("oc_alerts");
    }

    [Fact]
    public async Task An_alert_from_a_chat_is_answered_there_and_carries_what_became_of_it()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres);
        var story = Story.Open(alert: new ChatAlert("oc_alerts", "om_alert").On(Given.Alert()));

        await room.TellAsync(story);
        room.Lark.Signs["om_alert"].ShouldBe([Reactions.Seen]);
        await room.TellAsync(story.Triaged().Diagnosed());
        await room.TellAsync(story.Hears(new PersonInput.Reject(Given.Approver, "diagnosis/1", "no")));

        room.Lark.Messages.ShouldAllBe(message => message.Root == "om_alert");
        room.Lark.Signs["om_alert"].ShouldBe([Reactions.Rejected]);
    }

    [Fact]
    public async Task The_first_start_tells_nothing_of_what_was_there_before_and_a_later_one_nothing_twice()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres, new() { Chat = "oc_oncall" });
        var story = Stories.AskedAboutDiagnosis();
        await room.TellAsync(story);
        var calls = room.Lark.Calls;

        room.Restart();
        await room.LookAsync();

        room.Lark.Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task Of_two_processes_one_has_the_turn_until_it_leaves()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres);
        var other = room.NewKeeper("two");
        await room.WriteAsync(Stories.AskedAboutDiagnosis());

        await other.LookAsync(CancellationToken.None);
        room.Lark.Messages.ShouldBeEmpty();
        await room.Keeper.LeaveAsync(CancellationToken.None);
        await other.LookAsync(CancellationToken.None);

        room.Lark.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_there_is_no_chat_nothing_is_told_and_nothing_waits()
    {
        await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres, new());

        await room.TellAsync(Stories.AskedAboutDiagnosis());

        room.Lark.Calls.ShouldBe(0);
        (await room.WorkAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Whatever_fails_on_the_way_the_cards_end_with_the_truth()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var random = new Random(seed);
            await using var room = await RoomUnderTest.NewAsync(Sqlite, postgres);
            var story = Stories.AskedAboutDiagnosis();
            foreach (var step in new Action[]
            {
                () => { },
                () => story.Approved().Proposed(Given.Planned(traits: Given.Traits(PluginRisk.High))),
                () => story.Approved(),
                () => story.Hears(new PersonInput.Approve(Given.Admin, "proposal/1")).Starts().Sends(),
                () => story.Sees(TargetHealth.Healthy).Waits(story.Rules.StabilisationWindow).Sees(TargetHealth.Healthy),
            })
            {
                step();
                for (var i = random.Next(4); i > 0; i--)
                    room.Lark.Faults.Enqueue((Fault)random.Next(5));
                await room.TellAsync(story);
                if (random.Next(3) == 0)
                    room.Restart();
                if (random.Next(2) == 0)
                    await room.PassAsync();
            }

            room.Lark.Faults.Clear();
            await room.PassAsync();
            await room.PassAsync();
            await room.ShouldShowAsync(story);
            room.Lark.Messages.Select(message => message.Id).Distinct().Count().ShouldBe((await room.Store.Posted.ListAsync(RoomKeys.Channel, Given.Id, CancellationToken.None)).Count, $"seed {seed}");
        }
    }
}
