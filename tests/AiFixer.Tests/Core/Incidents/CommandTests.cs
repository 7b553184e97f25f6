using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class CommandTests
{
    public static TheoryData<IncidentStatus> WaitingPoints =>
    [
        IncidentStatus.Triaging,
        IncidentStatus.Diagnosing,
        IncidentStatus.AwaitingDiagnosisApproval,
        IncidentStatus.Proposing,
        IncidentStatus.AwaitingProposalApproval,
        IncidentStatus.Waiting,
        IncidentStatus.Escalated,
    ];

    [Theory, MemberData(nameof(WaitingPoints))]
    public void A_person_can_ignore_it_at_any_waiting_point(IncidentStatus at)
    {
        var story = Stories.At(at).Hears(new PersonInput.Ignore(Given.Operator, "a drill"));

        story.State.Status.ShouldBe(IncidentStatus.Ignored);
        story.State.Closing!.By.ShouldBe(Given.Operator);
        story.State.Closing.Note.ShouldBe("a drill");
    }

    [Theory, MemberData(nameof(WaitingPoints))]
    public void A_person_can_escalate_it_at_any_waiting_point(IncidentStatus at)
    {
        var story = Stories.At(at).Hears(new PersonInput.Escalate(Given.Operator, "dba", "not ours"));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.To.ShouldBe("dba");
    }

    [Theory, MemberData(nameof(WaitingPoints))]
    public void A_person_can_take_it_over_at_any_waiting_point(IncidentStatus at) =>
        Stories.At(at).Hears(new PersonInput.TakeOver(Given.Operator)).State.Escalation!.TakenBy.ShouldBe(Given.Operator);

    [Theory, MemberData(nameof(WaitingPoints))]
    public void A_person_can_ask_for_a_new_diagnosis_at_any_waiting_point(IncidentStatus at)
    {
        var before = Stories.At(at);
        var rounds = before.State.DiagnosisRound;

        var story = before.Hears(new PersonInput.Rediagnose(Given.Operator, "look again"));

        story.State.Status.ShouldBe(IncidentStatus.Diagnosing);
        story.State.DiagnosisRound.ShouldBe(rounds + 1);
        story.State.Escalation.ShouldBeNull();
    }

    [Theory, MemberData(nameof(WaitingPoints))]
    public void No_question_stays_open_when_a_person_goes_another_way(IncidentStatus at) =>
        Stories.At(at).Hears(new PersonInput.Rediagnose(Given.Operator, "look again")).State.OpenCard().ShouldBeNull();

    [Fact]
    public void A_result_of_the_diagnosis_that_was_given_up_is_nobodys_business()
    {
        var story = Story.Open().Triaged();
        var old = story.Task.Id;

        story.Hears(new PersonInput.Rediagnose(Given.Operator, "look again"))
            .IsDeafTo(new TaskInput.DiagnosisDone(old, Given.Diagnosis()));
    }

    [Theory]
    [InlineData(IncidentStatus.Triaging)]
    [InlineData(IncidentStatus.AwaitingProposalApproval)]
    [InlineData(IncidentStatus.Verifying)]
    public void Only_what_is_in_a_persons_hands_is_resolved_by_hand(IncidentStatus at) =>
        Stories.At(at).Refuses(new PersonInput.Resolve(Given.Operator, "done")).Code.ShouldBe(RefusalCode.NotNow);

    [Fact]
    public void A_person_resolves_by_hand_what_is_in_their_hands()
    {
        var story = Stories.Escalated().Hears(new PersonInput.Resolve(Given.Operator, "restarted it"));

        story.State.Status.ShouldBe(IncidentStatus.Resolved);
        story.State.Closing.ShouldBe(new Closing(ClosedBy.Person, Given.Start, "restarted it", Given.Operator));
    }

    [Fact]
    public void While_a_call_is_out_no_command_is_taken()
    {
        var story = Stories.Sending();

        PersonInput[] commands =
        [
            new PersonInput.Ignore(Given.Admin, ""),
            new PersonInput.Escalate(Given.Admin, "", ""),
            new PersonInput.TakeOver(Given.Admin),
            new PersonInput.Rediagnose(Given.Admin, ""),
            new PersonInput.Resolve(Given.Admin, ""),
        ];

        commands.ShouldAllBe(command => story.Refuses(command).Code == RefusalCode.NotNow);
    }

    [Fact]
    public void A_fix_that_is_watched_is_not_ignored() =>
        Stories.Verifying().Refuses(new PersonInput.Ignore(Given.Operator, "")).Code.ShouldBe(RefusalCode.NotNow);

    [Fact]
    public void A_fix_that_is_watched_can_be_taken_over() =>
        Stories.Verifying().Hears(new PersonInput.TakeOver(Given.Operator)).State.Status.ShouldBe(IncidentStatus.Escalated);

    [Fact]
    public void A_viewer_commands_nothing() =>
        Stories.Escalated().Refuses(new PersonInput.TakeOver(Given.Viewer)).Code.ShouldBe(RefusalCode.NotAllowed);

    [Fact]
    public void Taking_over_twice_is_once() =>
        Stories.Escalated().Hears(new PersonInput.TakeOver(Given.Operator))
            .Refuses(new PersonInput.TakeOver(Given.Operator)).Code.ShouldBe(RefusalCode.AlreadyDecided);

    [Fact]
    public void Somebody_else_can_take_it_from_the_one_who_has_it() =>
        Stories.Escalated().Hears(new PersonInput.TakeOver(Given.Operator)).Hears(new PersonInput.TakeOver(Given.Admin))
            .State.Escalation!.TakenBy.ShouldBe(Given.Admin);

    [Fact]
    public void Escalating_again_hands_it_to_somebody_else() =>
        Stories.Escalated().Hears(new PersonInput.TakeOver(Given.Operator)).Hears(new PersonInput.Escalate(Given.Operator, "dba", "not ours"))
            .State.Escalation.ShouldBe(new Escalation("not ours", Given.Start, "dba"));

    [Theory]
    [InlineData(IncidentStatus.Resolved)]
    [InlineData(IncidentStatus.Ignored)]
    public void A_closed_incident_takes_no_command(IncidentStatus at) =>
        Stories.At(at).Refuses(new PersonInput.Rediagnose(Given.Admin, "")).Code.ShouldBe(RefusalCode.Closed);

    [Fact]
    public void A_new_diagnosis_withdraws_the_question_before() =>
        Stories.AskedAboutProposal().Hears(new PersonInput.Rediagnose(Given.Operator, "look again"))
            .Last.Events.OfType<CardDecided>().ShouldHaveSingleItem().Outcome.ShouldBe(CardOutcome.Withdrawn);

    [Fact]
    public void A_new_diagnosis_may_propose_again_after_three_proposals_that_led_nowhere()
    {
        var story = Stories.Granted();
        for (var round = 2; round <= 3; round++)
            story.Starts(Given.Plan(hash: "h2")).Proposed(Given.Planned()).Approved();
        story.Starts(Given.Plan(hash: "h2")).State.Status.ShouldBe(IncidentStatus.Escalated);

        story.Hears(new PersonInput.Rediagnose(Given.Operator, "look again")).Diagnosed().Approved();

        story.State.Status.ShouldBe(IncidentStatus.Proposing);
        story.State.ProposalRound.ShouldBe(4);
    }
}
