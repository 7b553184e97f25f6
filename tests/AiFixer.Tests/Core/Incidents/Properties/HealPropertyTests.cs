using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;

namespace AiFixer.Tests.Core.Incidents.Properties;

public sealed class HealPropertyTests
{
    [Fact]
    public void Whenever_a_playbook_acts_its_limits_are_taken_with_it_and_never_otherwise() => Walks.All(walk =>
    {
        foreach (var step in walk.Steps)
        {
            if (step.Decision is not Decision.Accepted accepted)
                continue;
            var started = step.Events.OfType<HealStarted>().ToList();
            accepted.Claims.Count(claim => claim.Key.StartsWith(ClaimKeys.PlaybookTries("dns", ""), StringComparison.Ordinal)).ShouldBe(started.Count);
            var cooldowns = accepted.Claims.FindAll(claim => claim.Key.StartsWith(ClaimKeys.PlaybookCooldown("dns", ""), StringComparison.Ordinal));
            cooldowns.Count.ShouldBe(started.Count(_ => step.Before.Playbook!.Cooldown > TimeSpan.Zero));
            cooldowns.ShouldAllBe(claim => claim.Once);
        }
    });

    [Fact]
    public void It_acts_no_more_often_than_it_may_within_any_day() => Walks.All(walk =>
    {
        var most = walk.Events.Select(one => one.Event).OfType<PlaybookMatched>().Select(matched => matched.Playbook.MaxRetries).FirstOrDefault();
        var times = walk.Events.Where(one => one.Event is HealStarted).Select(one => one.At).ToList();
        foreach (var from in times)
            times.Count(at => at >= from && at < from.AddHours(24)).ShouldBeLessThanOrEqualTo(most);
    });

    [Fact]
    public void At_most_one_try_is_under_way_and_none_once_a_person_has_it_or_it_is_closed() => Walks.All(walk =>
    {
        foreach (var state in walk.Steps.Select(step => step.After))
        {
            var open = state.Heals?.Count(heal => heal.Result is null) ?? 0;
            open.ShouldBeLessThanOrEqualTo(state.Status is IncidentStatus.Escalated || !state.Status.IsOpen() ? 0 : 1);
        }
    });

    [Fact]
    public void A_success_is_seen_or_said_and_never_a_call_alone() => Walks.All(walk =>
    {
        foreach (var (happened, _, decision) in walk.Events)
        {
            if (happened is not HealEnded { Result: HealResult.Success } ended
                || decision.State.Heals!.Find(heal => heal.Number == ended.Number)!.Action is not { } action)
                continue;
            decision.Events.OfType<Resolved>().ShouldHaveSingleItem().How.ShouldBeOneOf(ClosedBy.Verification, ClosedBy.Sender);
            decision.State.Action(action).Status.ShouldBe(ActionStatus.Succeeded);
        }
    });

    [Fact]
    public void Silence_closes_only_what_was_tried_and_is_no_success() => Walks.All(walk =>
    {
        foreach (var (happened, _, decision) in walk.Events)
        {
            if (happened is Resolved { How: ClosedBy.Quiet })
                decision.Events.OfType<HealEnded>().ShouldHaveSingleItem().Result.ShouldBe(HealResult.Quiet);
        }
    });

    [Fact]
    public void An_action_of_a_playbook_waits_for_a_decision_of_the_policy_like_any_other() => Walks.All(walk =>
    {
        var isAllowed = false;
        foreach (var (happened, _, _) in walk.Events)
        {
            isAllowed = happened switch
            {
                ProposingStarted => false,
                PolicyDecided decided => decided.Decision.Outcome == PolicyOutcome.AutoExecute,
                CardDecided { Outcome: CardOutcome.Approved } card => card.Card.StartsWith("proposal/", StringComparison.Ordinal),
                _ => isAllowed,
            };
            if (happened is GrantIssued { Grant: var grant } && walk.State.Action(grant.ActionId).UndoOf is null)
                isAllowed.ShouldBeTrue();
        }
    });
}
