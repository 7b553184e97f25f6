using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents.Grants;

/// <summary>Grants that merely got old are asked about again; what takes something back is for a person then.</summary>
public sealed class GrantAgeTests
{
    private static readonly GrantKeys Newer = new([new("newer", [.. Enumerable.Repeat((byte)9, GrantKey.ShortestSecret)])]);

    [Fact]
    public void A_grant_whose_key_is_not_here_any_more_is_asked_about_again()
    {
        var story = Stories.Granted();
        story.Rules = story.Rules with { GrantKeys = Newer };

        story.Starts().State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.UnknownKey);
        story.State.Status.ShouldBe(IncidentStatus.Proposing);
    }

    [Fact]
    public void Whether_a_fix_is_taken_back_whose_key_is_not_here_any_more_is_for_a_person()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10));
        story.Rules = story.Rules with { GrantKeys = Newer };

        story.Sees(TargetHealth.Unhealthy).State.Escalation!.Reason.ShouldContain("A person decides whether a1 is taken back");
    }

    [Fact]
    public void Whether_a_fix_of_a_release_that_signed_less_is_taken_back_is_for_a_person()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10));

        var state = Watched(story, Signed(story, grant => grant with { PlanDigest = "1:a:b" }));

        state.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.OtherPolicy);
        state.Escalation!.Reason.ShouldContain("A person decides whether a1 is taken back");
    }

    [Fact]
    public void What_was_done_under_a_grant_that_somebody_changed_is_not_taken_back()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10));

        var state = Watched(story, story.State with { Grants = story.State.Grants.ConvertAll(grant => grant with { Id = "g9" }) });

        state.Escalation!.Reason.ShouldBe("k8s.rollback_deployment did not help and is not taken back. Its grant is not as it was signed.");
        state.Actions.ShouldNotContain(action => action.UndoOf != null);
    }

    [Fact]
    public void What_was_done_without_a_grant_is_not_taken_back()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10));

        var state = Watched(story, story.State with { Grants = [] });

        state.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Missing);
        state.Escalation!.Reason.ShouldContain("is not taken back. There is no grant for it.");
    }

    [Fact]
    public void Who_approved_alone_before_several_were_named_is_named_when_it_is_taken_back()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(10));

        var undo = Watched(story, Signed(story, grant => grant with { Approvers = null })).GrantFor("a2")!;

        (undo.Automatic, undo.ApprovedBy).ShouldBe((false, Given.Approver));
        undo.Approvers.ShouldBe([Given.Approver]);
    }

    [Fact]
    public void What_ran_by_itself_is_taken_back_by_itself()
    {
        var story = Stories.GrantedByItself().Starts().Sends().Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy);

        var undo = story.State.GrantFor("a2")!;

        (undo.Automatic, undo.ApprovedBy, undo.Approvers).ShouldBe((true, null, null));
        (undo.Id, undo.Target, undo.FieldsHash).ShouldBe(($"{Given.Id}/g2", Given.Target(), ""));
    }

    public static TheoryData<string, PolicyOptions, ActionPlan> NoFences => new()
    {
        { "shadow mode", new() { Mode = PolicyMode.Shadow }, Given.Plan() },
        { "a freeze", new() { Freezes = [new() { Name = "f" }] }, Given.Plan() },
        { "labels that nobody knows", new(), Given.Plan() with { Target = Given.Target() with { Kind = "pod" } } },
    };

    [Theory, MemberData(nameof(NoFences))]
    public void Taking_back_is_held_up_only_by_what_was_put_out_of_reach(string what, PolicyOptions policy, ActionPlan plan)
    {
        var rules = Given.Review;
        var story = Story.Open(rules).Triaged().Diagnosed().Approved().Proposed(Given.Planned() with { Plan = plan with { Undo = Given.UndoRequest() } })
            .Approved().Starts().Sends().Waits(TimeSpan.FromMinutes(10));
        story.Rules = rules with { Policy = policy };

        story.Sees(TargetHealth.Unhealthy).Starts(plan).Task.Started.ShouldBeTrue(what);
    }

    private static Incident Signed(Story story, Func<Grant, Grant> change) =>
        story.State with { Grants = story.State.Grants.ConvertAll(grant => GrantSeal.Sign(change(grant), story.State.Id, Given.Keys)) };

    private static Incident Watched(Story story, Incident state) => IncidentWorkflow
        .Handle(state, new TaskInput.HealthSeen(story.Task.Id, TargetHealth.Unhealthy, "crashes"), story.Rules, story.Now)
        .ShouldBeOfType<Decision.Accepted>().State;
}
