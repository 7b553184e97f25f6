using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class SenderTests
{
    [Theory]
    [InlineData(IncidentStatus.Triaging)]
    [InlineData(IncidentStatus.Diagnosing)]
    [InlineData(IncidentStatus.AwaitingDiagnosisApproval)]
    [InlineData(IncidentStatus.Proposing)]
    [InlineData(IncidentStatus.AwaitingProposalApproval)]
    [InlineData(IncidentStatus.Waiting)]
    [InlineData(IncidentStatus.Escalated)]
    public void The_senders_word_closes_what_still_waits(IncidentStatus at)
    {
        var story = Stories.At(at).Hears(Given.Clears());

        story.State.Status.ShouldBe(IncidentStatus.Resolved);
        story.State.Closing!.How.ShouldBe(ClosedBy.Sender);
        story.Last.Releases[0].ShouldBe(ClaimKeys.Open("f1"));
    }

    [Theory]
    [InlineData(IncidentStatus.Executing)]
    [InlineData(IncidentStatus.Verifying)]
    public void The_senders_word_is_recorded_while_a_fix_runs_or_is_watched(IncidentStatus at)
    {
        var story = Stories.At(at).Hears(Given.Clears());

        story.State.Status.ShouldBe(at);
        story.State.ClearedAt.ShouldBe(Given.Start);
    }

    [Theory]
    [InlineData(IncidentStatus.Resolved)]
    [InlineData(IncidentStatus.Ignored)]
    public void Nothing_the_sender_says_changes_a_closed_incident(IncidentStatus at) =>
        Stories.At(at).IsDeafTo(Given.Clears()).IsDeafTo(Given.Fires());

    [Fact]
    public void The_senders_word_does_not_take_it_out_of_a_persons_hands() =>
        Stories.Escalated().Hears(new PersonInput.TakeOver(Given.Operator)).Hears(Given.Clears())
            .State.Status.ShouldBe(IncidentStatus.Escalated);

    [Fact]
    public void Of_several_alerts_only_the_last_one_to_end_closes()
    {
        var story = Story.Open().Hears(Given.Fires("web-2")).Hears(Given.Clears("web-1"));
        story.State.Status.ShouldBe(IncidentStatus.Triaging);

        story.Hears(Given.Clears("web-2")).State.Status.ShouldBe(IncidentStatus.Resolved);
    }

    [Fact]
    public void The_end_of_an_alert_that_never_was_part_of_it_changes_nothing() =>
        Story.Open().IsDeafTo(Given.Clears("web-9"));

    [Fact]
    public void A_cut_off_message_never_closes()
    {
        var story = Story.Open().Hears(Given.Clears(truncated: true));

        story.State.Status.ShouldBe(IncidentStatus.Triaging);
        story.State.ClearedInPart.ShouldBeTrue();
        story.IsDeafTo(Given.Clears(truncated: true));
    }

    [Fact]
    public void A_whole_message_after_a_cut_off_one_closes() =>
        Story.Open().Hears(Given.Clears(truncated: true)).Hears(Given.Clears()).State.Status.ShouldBe(IncidentStatus.Resolved);

    [Fact]
    public void A_late_end_of_an_earlier_time_it_fired_is_ignored() =>
        Story.Open().IsDeafTo(Given.Clears(startsAt: Given.Start.AddHours(-1)));

    [Fact]
    public void A_late_end_of_the_time_before_it_fired_again_is_ignored()
    {
        var again = Given.Start.AddMinutes(1);
        var story = Stories.Verifying().Hears(Given.Clears()).Hears(Given.Fires(startsAt: again));

        story.IsDeafTo(Given.Clears()).Hears(Given.Clears(startsAt: again)).State.ClearedAt.ShouldNotBeNull();
    }

    [Fact]
    public void A_late_end_of_an_earlier_time_a_joined_alert_fired_is_ignored() =>
        Story.Open().Hears(Given.Fires("web-2", Given.Start.AddMinutes(1))).IsDeafTo(Given.Clears("web-2"));

    [Fact]
    public void The_same_alert_again_is_a_repeat() => Story.Open().IsDeafTo(Given.Fires());

    [Fact]
    public void Firing_again_takes_the_senders_word_back()
    {
        var story = Stories.Verifying().Hears(Given.Clears()).Hears(Given.Fires(startsAt: Given.Start.AddMinutes(1)));

        story.State.ClearedAt.ShouldBeNull();
        story.State.Firing.ShouldBe(["web-1"]);
    }

    [Fact]
    public void A_worse_alert_makes_the_incident_worse() =>
        Story.Open().Hears(Given.Fires(severity: Severity.P0)).State.Severity.ShouldBe(Severity.P0);

    [Fact]
    public void A_milder_alert_does_not_make_it_milder() => Story.Open().IsDeafTo(Given.Fires(severity: Severity.P3));

    [Fact]
    public void Too_many_alerts_to_keep_apart_are_not_closed_by_the_sender()
    {
        var story = Story.Open();
        for (var i = 2; i <= 502; i++)
            story.Tell(Given.Fires($"web-{i}"));
        for (var i = 1; i <= 502; i++)
            story.Tell(Given.Clears($"web-{i}"));

        story.State.Firing.ShouldBe(["*"]);
        story.State.Status.ShouldBe(IncidentStatus.Triaging);
    }

    [Fact]
    public void Nobody_is_asked_about_trouble_that_ended_before_the_call_left() =>
        Ended(Stories.GrantedByItself().Hears(Given.Clears()).Denied(ClaimKeys.AutomaticFixes));

    [Fact]
    public void No_cooldown_is_waited_for_when_the_trouble_ended_before_the_call_left() =>
        Ended(Stories.Granted().Hears(Given.Clears()).Denied("cooldown:main/deployment/default/web"));

    [Fact]
    public void Nothing_new_is_proposed_for_trouble_that_ended_before_the_call_left() =>
        Ended(Stories.Granted().Hears(Given.Clears()).Starts(Given.Plan(hash: "h2")));

    [Fact]
    public void A_resolved_fix_is_not_changed_by_the_senders_late_word()
    {
        var story = Stories.Verifying().Sees(TargetHealth.Healthy).Waits(TimeSpan.FromMinutes(1)).Sees(TargetHealth.Healthy);

        story.IsDeafTo(Given.Clears()).State.Closing!.How.ShouldBe(ClosedBy.Verification);
    }

    private static void Ended(Story story)
    {
        story.State.Closing!.How.ShouldBe(ClosedBy.Sender);
        story.State.Actions.ShouldAllBe(action => action.Sent == 0);
        story.Last.Events.ShouldContain(happened => happened is Resolved);
    }
}
