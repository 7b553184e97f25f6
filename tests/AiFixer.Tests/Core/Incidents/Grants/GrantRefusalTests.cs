using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents.Grants;

/// <summary>A grant that is not what somebody gave opens nothing, is written down, and a person hears of it.</summary>
public sealed partial class GrantRefusalTests
{
    [Fact]
    public void A_grant_with_any_field_changed_by_one_character_sends_nothing()
    {
        var story = Stories.Granted();
        var paths = new List<string>();
        foreach (var (path, changed) in Tampering.OfEveryField(story.State))
        {
            paths.Add(path);
            var decision = Told(story, changed).ShouldBeOfType<Decision.Accepted>(path);
            decision.Events.ShouldNotContain(happened => happened is ActionStarted, path);
            decision.Claims.ShouldBeEmpty(path);
            decision.State.RefusedGrants.ShouldHaveSingleItem(path);
        }

        paths.ShouldBe(
            [
                "/id", "/actionId", "/request/plugin", "/request/arguments", "/target/connection", "/target/kind", "/target/namespace", "/target/name",
                "/target/uid", "/fieldsHash", "/planDigest", "/policyVersion", "/automatic", "/approvedBy/id", "/approvedBy/name", "/approvedBy/role",
                "/expiresAt", "/approvers/0/id", "/approvers/0/name", "/approvers/0/role", "/key", "/signature",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_forged_grant_is_an_alarm_and_in_a_persons_hands()
    {
        var story = Stories.Granted();

        var state = Accepted(Told(story, With(story.State, grant => grant with { ExpiresAt = grant.ExpiresAt.AddYears(1) }))).State;

        state.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Forged);
        state.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void A_grant_of_another_incident_opens_nothing_here()
    {
        var story = Stories.Granted();
        var elsewhere = story.State with { Id = Given.Other };

        var state = Accepted(Told(story, elsewhere)).State;

        state.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Forged);
    }

    [Fact]
    public void A_grant_signed_with_an_unknown_key_opens_nothing()
    {
        var story = Stories.Granted();
        story.Rules = story.Rules with { GrantKeys = new([new("test", [.. Enumerable.Repeat((byte)8, GrantKey.ShortestSecret)])]) };

        story.Starts().State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Forged);
    }

    [Fact]
    public void An_older_key_is_still_believed_while_a_newer_one_signs()
    {
        var story = Stories.Granted();
        story.Rules = story.Rules with { GrantKeys = new([new("newer", [.. Enumerable.Repeat((byte)9, GrantKey.ShortestSecret)]), new("test", [.. Enumerable.Repeat((byte)7, GrantKey.ShortestSecret)])]) };

        story.Starts().Task.Started.ShouldBeTrue();
    }

    [Fact]
    public void Without_any_key_nothing_is_ever_sent()
    {
        var story = Stories.Proposing(Given.Auto with { GrantKeys = GrantKeys.None }).Proposed(Given.Planned());

        story.Starts().Last.Claims.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(OtherPlans))]
    public void A_plan_that_was_changed_after_it_was_granted_sends_nothing(string what, Func<ActionPlan, ActionPlan> change)
    {
        var story = Stories.Granted();
        var changed = story.State with { Actions = story.State.Actions.ConvertAll(action => action with { Plan = change(action.Plan!) }) };

        var state = Accepted(Told(story, changed)).State;

        state.RefusedGrants.ShouldHaveSingleItem(what).Fault.ShouldBe(GrantFault.Altered);
        state.Status.ShouldBe(IncidentStatus.Escalated, what);
    }

    public static TheoryData<string, Func<ActionPlan, ActionPlan>> OtherPlans => new()
    {
        { "payload", plan => plan with { Payload = plan.Payload + " " } },
        { "call", plan => plan with { Call = plan.Call + " " } },
        { "diff", plan => plan with { Diff = "" } },
        { "blast radius", plan => plan with { BlastRadius = "Nobody." } },
        { "fields", plan => plan with { FieldsHash = "h2" } },
        { "magnitude", plan => plan with { Magnitude = 1 } },
        { "the way back", plan => plan with { Undo = Given.UndoRequest("other") } },
        { "no way back", plan => plan with { Undo = null } },
    };

    [Fact]
    public void Arguments_that_were_changed_after_they_were_granted_send_nothing()
    {
        var story = Stories.Granted();
        var changed = story.State with { Actions = story.State.Actions.ConvertAll(action => action with { Request = Given.Request("other") }) };

        Accepted(Told(story, changed)).State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Altered);
    }

    [Theory]
    [MemberData(nameof(OtherActions))]
    public void What_decides_over_an_action_that_was_changed_after_it_was_granted_sends_nothing(string what, Func<IncidentAction, IncidentAction> change)
    {
        var story = Stories.Granted();

        var accepted = Accepted(Told(story, story.State with { Actions = story.State.Actions.ConvertAll(action => change(action)) }));

        accepted.State.RefusedGrants.ShouldHaveSingleItem(what).Fault.ShouldBe(GrantFault.Altered);
        accepted.Events.ShouldNotContain(happened => happened is ActionStarted, what);
    }

    public static TheoryData<string, Func<IncidentAction, IncidentAction>> OtherActions => new()
    {
        { "taking back", action => action with { UndoOf = "a1" } },
        { "risk", action => action with { Traits = action.Traits with { Risk = PluginRisk.Low } } },
        { "verb", action => action with { Traits = action.Traits with { Verb = "other" } } },
        { "idempotent", action => action with { Traits = action.Traits with { Idempotent = true } } },
        { "guarded", action => action with { Traits = action.Traits with { Guarded = true } } },
        { "timeout", action => action with { Traits = action.Traits with { Timeout = TimeSpan.Zero } } },
        { "mode", action => action with { Mode = PolicyMode.Auto } },
    };

    [Fact]
    public void A_grant_of_a_release_that_did_not_sign_is_asked_about_again()
    {
        var story = Stories.Granted();

        var state = Accepted(Told(story, With(story.State, grant => grant with { Signature = null, Key = null, Approvers = null }))).State;

        state.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Unsigned);
        state.Status.ShouldBe(IncidentStatus.Proposing);
        Asks(state, story, Given.Auto).Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
    }

    [Fact]
    public void A_grant_of_another_policy_is_written_down_and_asked_about_again()
    {
        var story = Stories.GrantedByItself();
        story.Rules = story.Rules with { Policy = story.Rules.Policy with { MaxReplicaChange = 4 } };

        story.Starts().Proposed(Given.Planned());

        story.State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.OtherPolicy);
        story.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
    }

    [Fact]
    public void An_expired_grant_is_written_down()
    {
        var story = Stories.Granted();

        story.Waits(story.Rules.GrantLifetime).Starts().State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Expired);
    }

    [Fact]
    public void A_grant_that_was_used_before_is_an_alarm()
    {
        var story = Stories.Granted().Denied(ClaimKeys.Grant($"{Given.Id}/g1"));

        story.State.RefusedGrants.ShouldHaveSingleItem().Fault.ShouldBe(GrantFault.Replayed);
        story.State.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void A_changed_target_is_asked_about_again_even_where_fixes_run_by_themselves()
    {
        var story = Stories.GrantedByItself().Starts(Given.Plan(hash: "h2")).Proposed(Given.Planned());

        story.State.OpenCard()!.Id.ShouldBe("proposal/2");
        story.State.Policy!.Opinions.ShouldContain(opinion => opinion.Rule == "changed-target" && opinion.Reason.Contains("a1", StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_look_sees_what_was_changed_after_the_start()
    {
        var story = Stories.Sending();

        GrantLook.Opens(story.State, "a1", story.Rules, story.Now).ShouldBeTrue();
        GrantLook.Opens(With(story.State, grant => grant with { PolicyVersion = "1" }), "a1", story.Rules, story.Now).ShouldBeFalse();
        GrantLook.Opens(story.State, "a1", story.Rules, story.Now + story.Rules.GrantLifetime).ShouldBeFalse();
        GrantLook.Opens(story.State, "a1", story.Rules with { Policy = new PolicyOptions { MaxReplicaChange = 1 } }, story.Now).ShouldBeFalse();
    }

    private static Incident Asks(Incident state, Story story, WorkflowRules rules) =>
        Accepted(IncidentWorkflow.Handle(state, new TaskInput.ProposalDone(state.Task!.Id, [Given.Planned()], []), rules, story.Now)).State;

    private static Incident With(Incident state, Func<Grant, Grant> change) => state with { Grants = state.Grants.ConvertAll(grant => change(grant)) };

    private static Decision Told(Story story, Incident state) => IncidentWorkflow.Handle(
        state, new TaskInput.ReadyToSend(story.Task.Id, Given.Plan()), story.Rules, story.Now);

    private static Decision.Accepted Accepted(Decision decision) => decision.ShouldBeOfType<Decision.Accepted>();
}
