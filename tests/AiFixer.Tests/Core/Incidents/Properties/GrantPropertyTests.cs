using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Workflow;
using AiFixer.Core.Journal;
using AiFixer.Plugins;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents.Properties;

public sealed class GrantPropertyTests
{
    [Fact]
    public void No_action_starts_without_a_grant_that_fits_it_and_has_not_expired() => Walks.All(walk =>
    {
        var grants = new Dictionary<string, Grant>();
        foreach (var (happened, at, decision) in walk.Events)
        {
            if (happened is GrantIssued issued)
                grants[issued.Grant.ActionId] = issued.Grant;
            if (happened is ActionStarted started)
                Fits(grants.GetValueOrDefault(started.Action).ShouldNotBeNull(), decision.State.Action(started.Action), at);
        }
    });

    [Fact]
    public void The_first_start_of_a_grant_claims_it_once_and_when_nobody_approved_the_quota_and_every_start_its_target() => Walks.All(walk =>
    {
        var used = new HashSet<string>();
        foreach (var (happened, _, decision) in walk.Events)
        {
            var keys = decision.Claims.ConvertAll(claim => claim.Key);
            if (happened is not ActionStarted started)
                continue;
            var grant = decision.State.GrantFor(started.Action)!;
            var isFirst = used.Add(grant.Id);
            decision.Claims.Contains(new Claim(ClaimKeys.Grant(grant.Id), Once: true)).ShouldBe(isFirst);
            keys.ShouldContain(ClaimKeys.Cooldown(decision.State.Action(started.Action).Plan!.Target));
            var counts = grant.Automatic && decision.State.Action(started.Action).UndoOf is null;
            keys.Contains(ClaimKeys.AutomaticFixes).ShouldBe(counts && isFirst);
        }
    });

    [Fact]
    public void What_was_proposed_is_what_is_sent_to_the_byte() => Walks.All(walk =>
    {
        var proposed = walk.Events.Select(one => one.Event).OfType<Proposed>().SelectMany(one => one.Actions).ToDictionary(action => action.Id);
        foreach (var (happened, _, decision) in walk.Events)
        {
            if (happened is ActionStarted started && proposed.TryGetValue(started.Action, out var action))
                decision.State.Action(started.Action).Plan.ShouldBe(action.Plan);
        }
    });

    [Fact]
    public void An_action_is_sent_again_only_after_it_was_seen_not_to_have_happened_and_only_if_that_is_harmless() => Walks.All(walk =>
    {
        var mayStart = new Dictionary<string, bool>();
        foreach (var (happened, _, decision) in walk.Events)
        {
            if (happened is OutcomeFound { Outcome: ExecuteOutcome.NotDone } found)
                mayStart[found.Action] = decision.State.Action(found.Action).Traits.MaySendAgain();
            if (happened is ActionNotSent kept)
                mayStart[kept.Action] = true;
            if (happened is not ActionStarted started)
                continue;
            mayStart.GetValueOrDefault(started.Action, true).ShouldBeTrue($"{started.Action} was sent twice");
            mayStart[started.Action] = false;
        }
    });

    [Fact]
    public void No_action_starts_while_the_outcome_of_another_is_unknown() => Walks.All(walk =>
    {
        string? under = null;
        foreach (var happened in walk.Events.Select(one => one.Event))
        {
            if (happened is ActionStarted started)
            {
                under.ShouldBeNull();
                under = started.Action;
            }

            if (happened is ActionFinished or ActionNotSent or OutcomeFound)
                under = null;
        }
    });

    [Fact]
    public void What_nobody_approved_was_allowed_by_the_policy() => Walks.All(walk =>
    {
        PolicyDecision? policy = null;
        foreach (var (happened, _, decision) in walk.Events)
        {
            if (happened is PolicyDecided decided)
                policy = decided.Decision;
            if (happened is ExecutionStarted && walk.State.Grants is not [])
                policy!.Outcome.ShouldNotBe(PolicyOutcome.Escalate);
            if (happened is GrantIssued { Grant: { Automatic: true } grant } && decision.State.Action(grant.ActionId).UndoOf is null)
                policy!.Outcome.ShouldBe(PolicyOutcome.AutoExecute);
        }
    });

    private static void Fits(Grant grant, IncidentAction action, DateTimeOffset at)
    {
        grant.ExpiresAt.ShouldBeGreaterThan(at);
        grant.Request.ShouldBe(action.Request);
        grant.Target.Key.ShouldBe(action.Plan!.Target.Key);
        grant.Target.Uid.ShouldBe(action.Plan.Target.Uid);
        grant.PlanDigest.ShouldBe(GrantDigest.Of(action));
    }
}
