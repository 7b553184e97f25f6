using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Policy;

/// <summary>What was granted in an earlier round and did not fit any more is looked at by a person.</summary>
public sealed class ChangedTargetTests
{
    [Theory]
    [InlineData(1, "web", ActionStatus.Stale, true)]
    [InlineData(2, "web", ActionStatus.Stale, false)]
    [InlineData(3, "web", ActionStatus.Stale, false)]
    [InlineData(1, "api", ActionStatus.Stale, false)]
    [InlineData(1, "web", ActionStatus.Failed, false)]
    public void Only_a_stale_action_of_an_earlier_round_on_the_same_target_asks(int round, string target, ActionStatus status, bool asks)
    {
        var now = Action("a2", 2, "web");
        var earlier = Action("a1", round, target) with { Status = status };

        Judged(now, earlier, now).Opinions.Exists(opinion => opinion.Rule == "changed-target").ShouldBe(asks);
    }

    [Fact]
    public void The_latest_of_several_is_named()
    {
        var now = Action("a3", 3, "web");
        var (first, second) = (Action("a1", 1, "web") with { Status = ActionStatus.Stale }, Action("a2", 2, "web") with { Status = ActionStatus.Stale });

        Judged(now, first, second, now).Opinions.ShouldHaveSingleItem().Reason.ShouldContain("as a2,");
    }

    [Fact]
    public void An_undo_that_was_never_planned_is_no_such_action()
    {
        var now = Action("a2", 2, "web");
        var undo = Action("a1", 1, "web") with { Status = ActionStatus.Stale, Plan = null };

        Judged(now, undo, now).Outcome.ShouldBe(PolicyOutcome.AutoExecute);
    }

    private static PolicyDecision Judged(IncidentAction action, params IncidentAction[] all) => PolicyEngine.Decide(
        Stories.Proposing(Given.Auto).State with { Actions = [.. all] }, [action], Judging.Auto, PolicyFacts.None, Given.Start);

    private static IncidentAction Action(string id, int round, string target)
    {
        var planned = Given.Planned(target);
        return new(id, round, planned.Request, planned.Traits, planned.Plan, planned.Why);
    }
}
