using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class ProposalTests
{
    [Fact]
    public void Nothing_to_propose_is_escalated_never_resolved()
    {
        var story = Stories.Proposing().Proposed();

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Diagnosis.ShouldNotBeNull();
    }

    [Fact]
    public void Why_nothing_can_be_proposed_is_told()
    {
        var story = Stories.Proposing();

        story.Hears(new TaskInput.ProposalDone(story.Task.Id, [], ["There is no plugin k8s.pray."]))
            .State.Escalation!.Reason.ShouldBe("Nothing can be proposed: There is no plugin k8s.pray.");
    }

    [Fact]
    public void What_needs_a_person_is_put_on_a_card()
    {
        var story = Stories.AskedAboutProposal();

        story.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
        story.State.OpenCard()!.Id.ShouldBe("proposal/1");
        story.State.Grants.ShouldBeEmpty();
    }

    [Fact]
    public void What_every_rule_allows_runs_by_itself()
    {
        var story = Stories.GrantedByItself();

        story.State.Status.ShouldBe(IncidentStatus.Executing);
        story.State.Grants.ShouldHaveSingleItem().Automatic.ShouldBeTrue();
    }

    [Fact]
    public void What_the_policy_forbids_is_escalated_with_the_rule_on_record()
    {
        var story = Stories.AskedAboutProposal(Given.Planned(@namespace: "kube-system"));

        story.State.Escalation!.Reason.ShouldBe("Namespace kube-system is protected.");
        story.State.Policy!.Opinions.ShouldContain(opinion => opinion.Rule == "protected-namespace");
        story.State.Grants.ShouldBeEmpty();
    }

    [Fact]
    public void A_rejected_proposal_is_escalated_and_nothing_runs()
    {
        var story = Stories.AskedAboutProposal().Hears(new PersonInput.Reject(Given.Approver, "proposal/1", ""));

        story.State.Escalation!.Reason.ShouldBe("Anna rejected proposal/1");
        story.State.Grants.ShouldBeEmpty();
    }

    [Fact]
    public void A_proposal_nobody_answers_is_escalated_and_nothing_runs()
    {
        var story = Stories.AskedAboutProposal().ComesDue();

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Cards[^1].Outcome.ShouldBe(CardOutcome.Expired);
        story.State.Grants.ShouldBeEmpty();
    }

    [Fact]
    public void An_approval_grants_every_action_of_the_proposal_to_the_approver()
    {
        var story = Stories.Granted(Given.Planned(), Given.Planned("api"));

        story.State.Grants.Select(grant => grant.ActionId).ShouldBe(["a1", "a2"]);
        story.State.Grants.ShouldAllBe(grant => !grant.Automatic && grant.ApprovedBy == Given.Approver);
    }

    [Fact]
    public void A_proposal_names_what_it_does_to_what() =>
        Stories.AskedAboutProposal(Given.Planned(), Given.Planned("api")).State.ProposalSummary
            .ShouldBe("rollback deployment default/web; rollback deployment default/api");

    [Fact]
    public void One_action_of_high_risk_puts_the_whole_proposal_before_a_person()
    {
        var high = Given.Planned("api", Given.Traits(PluginRisk.High));

        Stories.GrantedByItself(Given.Planned(), high).State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
    }

    [Fact]
    public void Every_decision_of_the_policy_is_an_event() =>
        Stories.AskedAboutProposal().Events.OfType<PolicyDecided>().ShouldHaveSingleItem()
            .Decision.Outcome.ShouldBe(PolicyOutcome.RequireApproval);
}
