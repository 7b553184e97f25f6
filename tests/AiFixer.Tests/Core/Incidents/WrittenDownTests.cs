using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>What can be read later: nothing that happened is left out, and nothing is told of it that did not.</summary>
public sealed class WrittenDownTests
{
    private static readonly PolicyFacts Stopped = PolicyFacts.None with { Stopped = new("Ada", Given.Start, "It restarts the wrong thing.") };

    [Fact]
    public void An_incident_begins_with_its_alert_and_counts_its_tasks_from_one()
    {
        var story = Story.Open();

        story.Entries[0].Events[0].ShouldBeOfType<Opened>().Alert.Name.ShouldBe("CrashLooping");
        story.Task.Id.ShouldBe("t1");
        story.Triaged().Task.Id.ShouldBe("t2");
    }

    [Fact]
    public void The_span_that_an_incident_begins_with_is_kept() =>
        IncidentWorkflow.Open(Given.Id, Given.Alert(), Given.Review, Given.Start, "first").Events[0].ShouldBeOfType<Opened>().Span.ShouldBe("first");

    [Fact]
    public void Proposals_are_counted_whoever_makes_them()
    {
        var story = Stories.Proposing();
        story.State.ProposalRound.ShouldBe(1);

        story.Proposed(Given.Planned()).Approved().Starts(Given.Plan(hash: "h2")).State.ProposalRound.ShouldBe(2, "the target had changed");
        story.Last.Events.OfType<ProposingStarted>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(started => started.Afresh.ShouldBeFalse(), started => started.ByPerson.ShouldBeFalse());

        story.Hears(new PersonInput.Propose(Given.Operator, Given.Planned(), PolicyFacts.None)).State.ProposalRound.ShouldBe(3);
        story.Last.Events.OfType<ProposingStarted>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(started => started.Afresh.ShouldBeTrue(), started => started.ByPerson.ShouldBeTrue());
        story.Last.Events.OfType<Proposed>().ShouldHaveSingleItem().Impossible.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_playbook_tries_again_is_a_round_of_its_own_that_starts_the_count_afresh()
    {
        var story = Story.Open().Matched(Healers.Restarts());

        story.State.ProposalRound.ShouldBe(1);
        story.Last.Events.OfType<ProposingStarted>().ShouldHaveSingleItem().Afresh.ShouldBeTrue();
    }

    [Fact]
    public void What_nobody_had_to_approve_was_approved_by_nobody()
    {
        var grant = Stories.GrantedByItself().State.Grants.ShouldHaveSingleItem();

        (grant.Automatic, grant.Approvers, grant.ApprovedBy).ShouldBe((true, null, null));
    }

    [Fact]
    public void A_diagnosis_that_leads_nowhere_says_so() =>
        Stories.Proposing().Proposed().State.Escalation!.Reason.ShouldBe("There is a diagnosis, but nothing to propose.");

    [Fact]
    public void What_a_playbook_knows_is_told_as_what_people_knew_when_they_wrote_it()
    {
        var diagnosis = Story.Open().Matched(Healers.Restarts()).State.Diagnosis.ShouldNotBeNull();

        diagnosis.Category.ShouldBe("dns_fail");
        diagnosis.Evidence.ShouldHaveSingleItem().ShouldBe(new Evidence("E1", "alertmanager", "web restarts again and again"));
        diagnosis.RuledOut.ShouldBe(["The playbook Other: it is less specific."]);
        diagnosis.Gaps.ShouldBe(["Nobody looked: the playbook was chosen by what the alert says."]);
    }

    [Fact]
    public void What_is_seen_not_to_have_happened_is_no_longer_unknown()
    {
        var story = Stories.OutcomeUnknown().Settles().Looks(ExecuteOutcome.NotDone);

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
        story.Last.Events.OfType<OutcomeFound>().ShouldHaveSingleItem().Outcome.ShouldBe(ExecuteOutcome.NotDone);
    }

    [Fact]
    public void What_was_kept_from_leaving_is_known_not_to_have_happened()
    {
        var story = Stories.Granted();
        story.Hears(new TaskInput.ReadyToSend(story.Task.Id, Given.Plan()) { Facts = Stopped });

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
        story.State.Action("a1").Message.ShouldStartWith("It was not sent. ");
        story.State.Escalation!.Reason.ShouldStartWith("k8s.rollback_deployment was not sent. ");
    }

    [Fact]
    public void What_left_before_is_not_said_to_have_been_kept_from_it()
    {
        var story = Stories.OutcomeUnknown(Given.Planned(traits: Given.Traits(guarded: true))).Settles().Looks(ExecuteOutcome.NotDone);
        story.Hears(new TaskInput.ReadyToSend(story.Task.Id, Given.Plan()) { Facts = Stopped });

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Failed);
        story.State.Action("a1").Message.ShouldStartWith("It did not happen and was not sent again. ");
        story.State.Escalation!.Reason.ShouldStartWith("k8s.rollback_deployment did not happen and was not sent again. ");
    }

    [Theory]
    [InlineData(false, ActionStatus.Failed, "k8s.rollback_deployment was not sent. ")]
    [InlineData(true, ActionStatus.Unknown, "Nobody can tell whether k8s.rollback_deployment happened: ")]
    public void After_the_store_was_put_back_what_was_sent_before_is_unknown_and_what_was_not_is_not(bool sent, ActionStatus status, string said)
    {
        var story = Stories.Verifying(Given.Planned(traits: Given.Traits(guarded: true))).Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy);
        if (sent)
            story.Starts().Sends(ExecuteOutcome.Unknown).Settles().Looks(ExecuteOutcome.NotDone);
        story.Hears(new TaskInput.ReadyToSend(story.Task.Id, Given.Plan(undo: false)) { Facts = PolicyFacts.None with { SetBack = new(story.Now.AddHours(1), "") } });

        story.State.Action("a2").Status.ShouldBe(status);
        story.State.Escalation!.Reason.ShouldStartWith(said);
    }

    [Fact]
    public void After_the_store_was_put_back_nobody_says_of_what_was_sent_before_that_it_did_not_happen()
    {
        var story = Stories.OutcomeUnknown(Given.Planned(traits: Given.Traits(guarded: true))).Settles().Looks(ExecuteOutcome.NotDone);
        story.Hears(new TaskInput.ReadyToSend(story.Task.Id, Given.Plan()) { Facts = PolicyFacts.None with { SetBack = new(story.Now.AddHours(1), "") } });

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Unknown);
        story.State.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void An_undo_that_cannot_leave_is_told_as_what_it_is()
    {
        var story = Stories.Undoing();
        while (story.State.Task is { Kind: TaskKind.RunAction } task)
            story = task.Started ? story.Hears(new TaskInput.Sent(task.Id, ExecuteResult.Later("busy"))) : story.Starts();

        story.State.Escalation!.Reason.ShouldBe("The fix did not help and could not be taken back whole: it could not be sent in 4 tries: busy");
    }

    [Fact]
    public void When_nobody_says_until_when_a_call_may_arrive_it_is_waited_for_the_time_that_clocks_may_differ()
    {
        var story = Stories.OutcomeUnknown().Settles();

        story.Denied("settling:a1").Task.Due.ShouldBe(story.Now + story.Rules.SendMargin);
    }

    [Fact]
    public void A_grant_that_was_refused_is_named()
    {
        var story = Stories.Granted();
        var grant = story.State.GrantFor("a1")!;
        story.Waits(story.Rules.GrantLifetime + TimeSpan.FromSeconds(1)).Starts();

        story.Events.OfType<GrantRefused>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            refused => refused.Grant.ShouldBe(grant.Id), refused => refused.Fault.ShouldBe(GrantFault.Expired));
    }

    [Fact]
    public void The_grant_of_a_way_back_that_is_no_good_is_named()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10));
        var changed = story.State with
        {
            Actions = story.State.Actions.ConvertAll(action => action with { Plan = action.Plan! with { Undo = Given.UndoRequest("other") } }),
        };

        var decision = IncidentWorkflow.Handle(changed, new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Unhealthy, "crashes"), story.Rules, story.Now);

        decision.ShouldBeOfType<Decision.Accepted>().State.RefusedGrants.ShouldHaveSingleItem().Grant.ShouldBe(story.State.GrantFor("a1")!.Id);
    }
}
