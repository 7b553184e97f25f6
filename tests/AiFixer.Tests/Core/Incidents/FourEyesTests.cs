using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>Who may approve what, and how many have to.</summary>
public sealed class FourEyesTests
{
    private static readonly PlannedAction Risky = Given.Planned(traits: Given.Traits(PluginRisk.High));

    [Fact]
    public void High_risk_runs_only_after_a_second_person_approved()
    {
        var story = Stories.AskedAboutProposal(Risky).Approved();

        story.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
        story.State.Grants.ShouldBeEmpty();
        story.Hears(new PersonInput.Approve(Given.Admin, "proposal/1")).State.Status.ShouldBe(IncidentStatus.Executing);
        story.State.Grants[0].Approvers!.Select(person => person.Name).ShouldBe(["Anna", "Ada"]);
    }

    [Fact]
    public void The_same_person_twice_is_one_person()
    {
        var story = Stories.AskedAboutProposal(Risky).Approved();

        story.Refuses(new PersonInput.Approve(Given.Approver, "proposal/1")).Message.ShouldContain("somebody else");
        story.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
    }

    [Fact]
    public void One_no_is_enough_after_a_yes() =>
        Stories.AskedAboutProposal(Risky).Approved().Hears(new PersonInput.Reject(Given.Admin, "proposal/1", "no")).State.Status.ShouldBe(IncidentStatus.Escalated);

    [Fact]
    public void One_yes_in_time_and_one_too_late_is_a_no()
    {
        var story = Stories.AskedAboutProposal(Risky).Approved();

        story.ComesDue().State.Status.ShouldBe(IncidentStatus.Escalated);
        story.Refuses(new PersonInput.Approve(Given.Admin, "proposal/1")).Code.ShouldBe(RefusalCode.TooLate);
    }

    [Fact]
    public void A_second_yes_after_its_time_but_before_anybody_noticed_is_too_late()
    {
        var story = Stories.AskedAboutProposal(Risky).Approved();
        story.Waits(story.Rules.ApprovalTimeout);

        story.Refuses(new PersonInput.Approve(Given.Admin, "proposal/1")).Code.ShouldBe(RefusalCode.TooLate);
    }

    [Fact]
    public void Where_it_is_turned_off_one_person_is_enough()
    {
        var rules = Given.Review with { Policy = new PolicyOptions { Approvals = new ApprovalOptions { FourEyesFrom = null } } };

        Story.Open(rules).Triaged().Diagnosed().Approved().Proposed(Risky).Approved().State.Status.ShouldBe(IncidentStatus.Executing);
    }

    [Fact]
    public void Medium_risk_in_a_proposal_with_high_risk_needs_two_as_well() =>
        Stories.AskedAboutProposal(Given.Planned("api"), Risky).Approved().State.Grants.ShouldBeEmpty();

    [Fact]
    public void Who_asked_for_an_action_does_not_approve_it()
    {
        var story = Stories.AskedAboutProposal(Given.Planned() with { RequestedBy = Given.Approver });

        story.Refuses(new PersonInput.Approve(Given.Approver, "proposal/1")).Code.ShouldBe(RefusalCode.NotAllowed);
        story.Hears(new PersonInput.Approve(Given.Admin, "proposal/1")).State.Status.ShouldBe(IncidentStatus.Executing);
    }

    [Fact]
    public void Who_asked_for_an_action_may_reject_it() =>
        Stories.AskedAboutProposal(Given.Planned() with { RequestedBy = Given.Approver })
            .Hears(new PersonInput.Reject(Given.Approver, "proposal/1", "")).State.Status.ShouldBe(IncidentStatus.Escalated);

    public static TheoryData<string, ApproverRule, bool> Rules => new()
    {
        { "everybody", new ApproverRule(), true },
        { "named", new ApproverRule { People = ["u3"] }, true },
        { "somebody else", new ApproverRule { People = ["u9"] }, false },
        { "admins", new ApproverRule { Role = PersonRole.Admin }, false },
        { "this namespace", new ApproverRule { Namespaces = ["def*"] }, true },
        { "another namespace", new ApproverRule { Namespaces = ["shop"] }, false },
        { "this environment", new ApproverRule { Environments = ["home"] }, true },
        { "another environment", new ApproverRule { Environments = ["away"] }, false },
        { "this risk", new ApproverRule { UpTo = PluginRisk.Medium }, true },
        { "less risk", new ApproverRule { UpTo = PluginRisk.Low }, false },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Only_those_whom_a_rule_lets_approve(string what, ApproverRule rule, bool may)
    {
        var rules = Given.Review with
        {
            Policy = new PolicyOptions
            {
                Environments = [new() { Name = "home", Scopes = ["main/*"] }],
                Approvals = new ApprovalOptions { Approvers = [rule] },
            },
        };
        var story = Story.Open(rules).Triaged().Diagnosed().Approved().Proposed(Given.Planned());
        var click = new PersonInput.Approve(Given.Approver, "proposal/1");

        if (may)
            story.Hears(click).State.Status.ShouldBe(IncidentStatus.Executing, what);
        else
            story.Refuses(click).Code.ShouldBe(RefusalCode.NotAllowed, what);
    }

    [Fact]
    public void One_rule_of_several_that_lets_somebody_is_enough()
    {
        var approvals = new ApprovalOptions { Approvers = [new() { People = ["u9"] }, new() { People = ["u3"] }] };
        var rules = Given.Review with { Policy = new PolicyOptions { Approvals = approvals } };

        Story.Open(rules).Triaged().Diagnosed().Approved().Proposed(Given.Planned()).Approved().State.Status.ShouldBe(IncidentStatus.Executing);
    }
}
