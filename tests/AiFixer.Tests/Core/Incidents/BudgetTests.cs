using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>Budgets are taken by the start of a call, in its transaction, and by automatic fixes only.</summary>
public sealed class BudgetTests
{
    private static readonly WorkflowRules Home = Given.Auto with
    {
        Policy = Given.Auto.Policy with { Environments = [new() { Name = "home", Scopes = ["main/*"], AutomaticFixesPerHour = 2 }] },
    };

    [Fact]
    public void A_start_takes_a_unit_of_every_budget_that_applies()
    {
        var story = Stories.Proposing(Home).Proposed(Given.Planned()).Starts();

        story.Last.Claims.Where(claim => claim.Slots > 0).ShouldBe(
            [
                new Claim("quota:automatic-fixes", TimeSpan.FromHours(1), 10),
                new Claim("quota:target:main/deployment/default/web", TimeSpan.FromHours(1), 3),
                new Claim("quota:environment:home", TimeSpan.FromHours(1), 2),
            ]);
    }

    [Fact]
    public void To_be_allowed_takes_nothing_yet() =>
        Stories.Proposing(Home).Proposed(Given.Planned()).Last.Claims.ShouldBeEmpty();

    [Theory]
    [InlineData("quota:target:main/deployment/default/web#2", "of this target is used up")]
    [InlineData("quota:environment:home#1", "in home is used up")]
    public void A_budget_that_is_used_up_asks_a_person(string key, string reason)
    {
        var story = Stories.Proposing(Home).Proposed(Given.Planned()).Denied(key);

        story.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
        story.State.Policy!.Opinions[^1].Reason.ShouldContain(reason);
    }

    [Fact]
    public void What_a_person_approved_takes_from_no_budget() =>
        Stories.Granted().Starts().Last.Claims.ShouldAllBe(claim => claim.Slots == 0);

    [Fact]
    public void A_freeze_that_began_while_it_waited_asks_a_person()
    {
        var at = Given.Start.AddMinutes(5);
        var policy = Given.Auto.Policy with { Freezes = [new() { Name = "noon", Since = at }] };
        var story = Stories.Proposing(Given.Auto with { Policy = policy }).Proposed(Given.Planned());

        story.Waits(TimeSpan.FromMinutes(5)).Starts();

        story.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
        story.State.Policy!.Opinions[^1].Rule.ShouldBe("freeze");
    }

    [Fact]
    public void A_label_that_came_after_a_person_approved_still_protects()
    {
        var story = Stories.Granted().Starts(Given.Plan() with { Labels = "aifixer.io/protected=true" });

        story.State.Status.ShouldBe(IncidentStatus.Proposing);
        story.State.Action("a1").Status.ShouldBe(ActionStatus.Stale);
    }

    [Fact]
    public void The_risk_that_an_analyst_says_never_lowers_the_plugins_own()
    {
        Given.Traits(PluginRisk.High).AtLeast(PluginRisk.Low).Risk.ShouldBe(PluginRisk.High);
        Given.Traits(PluginRisk.Low).AtLeast(PluginRisk.High).Risk.ShouldBe(PluginRisk.High);
        Given.Traits(PluginRisk.Low).AtLeast(null).Risk.ShouldBe(PluginRisk.Low);
    }
}
