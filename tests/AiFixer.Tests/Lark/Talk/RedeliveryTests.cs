using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Room;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Lark.Room;
using AiFixer.Tests.Storage;
using AiFixer.TestSupport;
using static AiFixer.Tests.Lark.Talk.TalkUnderTest;

namespace AiFixer.Tests.Lark.Talk;

/// <summary>The platform sends again what it thinks was not taken, hours later too; and processes die at any moment.</summary>
public sealed class RedeliveryTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task What_is_delivered_again_acts_once_and_is_answered_once(string provider)
    {
        await using var talk = await NewAsync(postgres, provider);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var message = talk.Message(Otto, $"/diag {Given.Id}");

        for (var delivery = 0; delivery < 5; delivery++)
        {
            await talk.SayAsync(message);
            talk.Start();
        }

        (await talk.StateAsync()).DiagnosisRound.ShouldBe(2);
        talk.Answer(message).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/diag {0}")]
    [InlineData("/ignore {0} known")]
    [InlineData("/approve {0}")]
    [InlineData("/reject {0} wrong")]
    [InlineData("/escalate @Tom {0} too hard")]
    [InlineData("/run k8s.restart_pod {0} pod=web")]
    public async Task A_process_that_died_after_the_decision_was_written_and_before_anything_else_makes_it_once(string said)
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var before = await talk.VersionAsync();
        var message = talk.Message(Ada, said.Replace("{0}", Given.Id.Value, StringComparison.Ordinal)) with { Mentions = [new("@_user_1", new("ou_tom", Name: "Tom"))] };
        await talk.Events.MessageAsync(message, None);
        var taken = (await talk.Room.Store.Inbox.TakeAsync(RoomKeys.Channel, "one", TimeSpan.Zero, 1, None)).ShouldHaveSingleItem();

        // The decision is on disk; the answer was not sent, and nobody wrote down that it is done.
        talk.Room.Lark.Faults.Enqueue(Fault.None);
        talk.Room.Lark.Faults.Enqueue(Fault.Down);
        await talk.Handling.HandleAsync(taken, None);
        (await talk.VersionAsync()).ShouldBe(before + 1);
        talk.Start();
        await talk.SayAsync(message);

        (await talk.VersionAsync()).ShouldBe(before + 1);
        talk.Answer(message).ShouldNotContain("Nothing was changed");
    }

    [Fact]
    public async Task A_process_that_died_before_the_decision_makes_it_later()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var message = talk.Message(Otto, $"/escalate @Tom {Given.Id}") with { Mentions = [new("@_user_1", new("ou_tom", Name: "Tom"))] };
        await talk.Events.MessageAsync(message, None);
        var version = await talk.VersionAsync();
        await NoteAsync(talk, $"{version}\nOtto (lark:ou_otto)\nEscalate");

        await talk.SayAsync(message);

        (await talk.StateAsync()).Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public async Task Somebody_else_who_was_faster_is_not_taken_for_us()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var message = talk.Message(Otto, $"/ignore {Given.Id} known");
        await talk.Events.MessageAsync(message, None);
        await NoteAsync(talk, $"{await talk.VersionAsync()}\nOtto (lark:ou_otto)\nIgnore");
        await talk.Host.TellAsync(Given.Id, new PersonInput.Rediagnose(Given.Operator, ""), None);

        await talk.SayAsync(message);

        (await talk.StateAsync()).Status.ShouldBe(IncidentStatus.Ignored);
    }

    [Fact]
    public async Task An_alert_is_reported_once_and_carries_where_it_came_from()
    {
        await using var talk = await NewAsync(postgres);
        var message = talk.Message(Otto, "Firing: disk full");

        for (var delivery = 0; delivery < 3; delivery++)
            await talk.SayAsync(message);

        ChatAlert.Of(talk.Host.Reported.ShouldHaveSingleItem().Alert).ShouldBe(new(Chat, message.Id));
    }

    [Fact]
    public async Task An_alert_whose_process_died_after_reporting_is_reported_once()
    {
        await using var talk = await NewAsync(postgres);
        var message = talk.Message(Otto, "Firing: disk full");
        await talk.Events.MessageAsync(message, None);
        var taken = (await talk.Room.Store.Inbox.TakeAsync(RoomKeys.Channel, "one", TimeSpan.Zero, 1, None)).ShouldHaveSingleItem();
        await talk.Handling.HandleAsync(taken, None);

        await talk.SayAsync(message);

        talk.Host.Reported.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Trouble_that_is_known_already_is_marked_as_such_and_what_found_no_room_is_tried_again()
    {
        await using var talk = await NewAsync(postgres);
        talk.Host.Outcomes.Enqueue(ReportOutcome.Repeated);
        talk.Host.Outcomes.Enqueue(ReportOutcome.Busy);
        var (known, later) = (talk.Message(Otto, "Firing: a"), talk.Message(Otto, "Firing: b"));

        await talk.SayAsync(known);
        await talk.SayAsync(later);
        talk.Room.Lark.Signs[known.Id].ShouldBe([Reactions.Duplicate]);
        talk.Host.Reported.Count.ShouldBe(1);

        await talk.PassAsync();
        await talk.SayAsync(later);
        talk.Host.Reported.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_click_at_once_many_times_over_counts_once()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.TellAsync(Stories.AskedAboutDiagnosis());
        var before = await talk.VersionAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => talk.ClickAsync(Anna, "diagnosis/1", "approve"))));

        answers.Count(answer => answer.Kind == AiFixer.Lark.Events.ToastKind.Success).ShouldBe(1);
        (await talk.VersionAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_message_that_nobody_can_read_is_put_aside_and_the_next_is_worked_on()
    {
        await using var talk = await NewAsync(postgres);
        await talk.Room.Store.Inbox.AddAsync(RoomKeys.Channel, "om_bad", "not json"u8.ToArray(), None);

        (await talk.SayAsync(Otto, "/help")).ShouldNotBeEmpty();

        (await talk.Room.Store.Inbox.TakeAsync(RoomKeys.Channel, "x", TimeSpan.Zero, 9, None)).ShouldBeEmpty();
    }

    /// <summary>A process wrote down what it was about to tell, and died.</summary>
    private static async Task NoteAsync(TalkUnderTest talk, string note)
    {
        var inbox = talk.Room.Store.Inbox;
        var taken = (await inbox.TakeAsync(RoomKeys.Channel, "dead", TimeSpan.Zero, 1, None)).ShouldHaveSingleItem();
        (await inbox.NoteAsync(RoomKeys.Channel, taken, note, None)).ShouldBeTrue();
    }
}
