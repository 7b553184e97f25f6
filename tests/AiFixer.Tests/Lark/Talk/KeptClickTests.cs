using AiFixer.Core.Incidents;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Lark.Cards;
using AiFixer.TestSupport;
using static AiFixer.Tests.Lark.Talk.TalkUnderTest;

namespace AiFixer.Tests.Lark.Talk;

/// <summary>A click is on disk before the incident is told: it is not lost, and it does not act twice.</summary>
public sealed class KeptClickTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("take", null)]
    [InlineData("again", null)]
    [InlineData("fixed", "by hand")]
    [InlineData("ignore", null)]
    public async Task A_click_that_is_delivered_again_does_nothing_to_an_incident_that_came_back_into_a_persons_hands_in_the_same_round(string op, string? reason)
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.Escalated());
        var click = await talk.ClickOfAsync(Otto, "escalation/1", op, reason);
        (await talk.DeliverAsync(click)).Kind.ShouldBe(ToastKind.Success);
        var version = await talk.VersionAsync();

        (await talk.DeliverAsync(click)).Text.ShouldContain("taken before");
        talk.Start();
        await talk.PassAsync();
        while (await talk.Inbox.LookAsync(None))
        {
        }

        (await talk.DeliverAsync(click)).Text.ShouldContain("taken before");
        (await talk.VersionAsync()).ShouldBe(version);
    }

    [Fact]
    public async Task The_same_delivery_many_times_at_once_counts_once()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var click = await talk.ClickOfAsync(Anna, "diagnosis/1", "approve");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => talk.Events.ClickAsync(click, new(), None))));

        answers.Count(answer => answer.Kind == ToastKind.Success).ShouldBe(1);
        answers.Count(answer => answer.Text.Contains("taken before", StringComparison.Ordinal)).ShouldBe(9);
    }

    [Theory]
    [InlineData("diagnosis", "approve", null, IncidentStatus.Proposing)]
    [InlineData("diagnosis", "reject", "wrong", IncidentStatus.Escalated)]
    [InlineData("escalation", "ignore", null, IncidentStatus.Ignored)]
    [InlineData("escalation", "again", null, IncidentStatus.Diagnosing)]
    public async Task A_click_whose_process_died_before_the_incident_was_told_is_told_by_another(string card, string op, string? reason, IncidentStatus status)
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(card == "diagnosis" ? Stories.AskedAboutDiagnosis() : Stories.Escalated());
        await HoldAsync(talk, await talk.ClickOfAsync(Ada, card + "/1", op, reason));

        talk.Start();
        await talk.Inbox.LookAsync(None);
        var early = (await talk.StateAsync()).Status;
        await talk.PassAsync();
        await talk.Inbox.LookAsync(None);

        early.ShouldNotBe(status);
        (await talk.StateAsync()).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("diagnosis", "approve", null)]
    [InlineData("escalation", "take", null)]
    [InlineData("escalation", "again", null)]
    [InlineData("escalation", "fixed", "by hand")]
    public async Task A_click_whose_process_died_after_the_incident_was_told_is_not_told_twice(string card, string op, string? reason)
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(card == "diagnosis" ? Stories.AskedAboutDiagnosis() : Stories.Escalated());
        var click = await talk.ClickOfAsync(Ada, card + "/1", op, reason);
        await talk.DeliverAsync(click);
        var version = await talk.VersionAsync();

        // As if nobody had written down that it is done.
        await talk.Room.ExecuteAsync("update received_messages set is_done = 0");
        talk.Start();
        await talk.PassAsync();
        await talk.Inbox.LookAsync(None);

        (await talk.VersionAsync()).ShouldBe(version);
    }

    [Fact]
    public async Task A_click_that_is_taken_up_late_does_not_end_what_came_into_a_persons_hands_after_it()
    {
        await using var talk = await NewAsync(postgres);
        var story = Stories.Escalated();
        await talk.Room.TellAsync(story);
        await HoldAsync(talk, await talk.ClickOfAsync(Otto, "escalation/1", "ignore"));
        talk.Room.Time.Advance(TimeSpan.FromMinutes(5));
        await talk.Room.TellAsync(story.Waits(TimeSpan.FromMinutes(5)).Hears(new PersonInput.Escalate(Given.Operator, "", "it did not hold")));

        talk.Start();
        await talk.PassAsync();
        await talk.Inbox.LookAsync(None);

        (await talk.StateAsync()).Status.ShouldNotBe(IncidentStatus.Ignored);
    }

    [Fact]
    public async Task The_answer_to_a_click_that_counts_brings_the_card_as_it_is_then()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var calls = talk.Room.Lark.Calls;

        var answer = await talk.ClickAsync(Anna, "diagnosis/1", "approve");

        Shown.Buttons(answer.Card.ShouldNotBeNull()).ShouldBeEmpty();
        Shown.Text(answer.Card!).ShouldContain("Approved by Anna");
        talk.Room.Lark.Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task An_answer_that_never_arrived_leaves_no_card_with_buttons()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var message = await talk.Room.MessageAsync("diagnosis/1");
        var before = message.Content;
        await talk.ClickAsync(Anna, "diagnosis/1", "approve");
        message.Content = before;

        await talk.Room.LookAsync();
        await talk.Room.PassAsync();

        Shown.Buttons(message.Content).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_answer_overwrites_on_its_way_is_put_right_after_it()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.Escalated());
        var message = await talk.Room.MessageAsync("escalation/1");
        var taken = (await talk.ClickAsync(Otto, "escalation/1", "take")).Card!;

        // It is over before the answer is there: patched at once, and overwritten by the answer then.
        await talk.ClickAsync(Otto, "escalation/1", "fixed", "restarted");
        await talk.Room.LookAsync();
        message.Content = taken;
        Shown.Buttons(message.Content).ShouldNotBeEmpty();
        await talk.Room.PassAsync();

        Shown.Buttons(message.Content).ShouldBeEmpty();
        (await talk.Room.WorkAsync()).ShouldBeNull();
    }

    /// <summary>A process took it in and died.</summary>
    private static async Task HoldAsync(TalkUnderTest talk, LarkClick click) => (await talk.Room.Store.Inbox.HoldAsync(
        RoomKeys.Channel, RoomKeys.Click(click), AiFixer.Lark.Talk.ClickJson.Write(click with { At = talk.Room.Time.GetUtcNow() }), "dead", TimeSpan.FromMinutes(1), None)).ShouldNotBeNull();
}
