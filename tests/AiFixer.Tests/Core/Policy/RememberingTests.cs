using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Policy;

/// <summary>What is made of an action that a person saw: as narrow as that action was.</summary>
public sealed class RememberingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void It_is_for_as_many_days_as_were_asked_for(int days)
    {
        var approval = Made(days: days);

        (approval.At, approval.Until).ShouldBe((Given.Start, Given.Start.AddDays(days)));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(-3, 3)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void It_is_for_no_larger_change_in_either_direction(int magnitude, int most) =>
        Made(Given.Planned() with { Plan = Given.Plan() with { Magnitude = magnitude } }).MaxMagnitude.ShouldBe(most);

    [Fact]
    public void It_says_what_it_is_for()
    {
        var approval = Made();

        approval.Id.ShouldBe($"{Given.Id.Value}-a1".ToLowerInvariant());
        (approval.Plugin, approval.Verb, approval.MaxRisk).ShouldBe(("k8s.rollback_deployment", "rollback", PluginRisk.Medium));
        (approval.Connection, approval.Kind, approval.Namespace, approval.Name).ShouldBe(("main", "deployment", "default", "web"));
        (approval.By, approval.Reason).ShouldBe((Given.Approver, "often"));
    }

    [Fact]
    public void Somebody_else_may_have_it_remembered_than_who_asked_for_it() =>
        Made(Given.Planned() with { RequestedBy = Given.Operator }).By.ShouldBe(Given.Approver);

    [Fact]
    public void An_admin_may_have_it_remembered_too() => Made(by: Given.Admin).By.ShouldBe(Given.Admin);

    [Fact]
    public void Whom_no_rule_lets_approve_it_cannot_have_it_remembered()
    {
        var policy = new PolicyOptions { Approvals = new() { Approvers = [new() { People = ["u9"] }] } };

        Of(Given.Planned(), Given.Approver, 3, policy).Problem!.ShouldContain("may not approve");
    }

    [Fact]
    public void What_is_risky_is_approved_each_time() =>
        Of(Given.Planned(traits: Given.Traits(PluginRisk.High)), Given.Approver, 3, new()).Problem.ShouldBe("k8s.rollback_deployment is of high risk: that is approved each time.");

    [Fact]
    public void Arguments_that_cannot_be_read_cannot_be_remembered() =>
        Of(Given.Planned() with { Request = new("p", "no json") }, Given.Approver, 3, new()).Problem!.ShouldContain("cannot be read");

    [Fact]
    public void Taking_something_back_is_not_remembered()
    {
        var undoing = Stories.Undoing().Starts();

        var (approval, problem) = Remembering.Of(undoing.State, "a2", Given.Approver, false, 3, "often", new(), Given.Start);

        approval.ShouldBeNull();
        problem!.ShouldContain("part of what was approved before");
    }

    private static RememberedApproval Made(PlannedAction? action = null, Person? by = null, int days = 3) =>
        Of(action ?? Given.Planned(), by ?? Given.Approver, days, new()).Approval.ShouldNotBeNull();

    private static (RememberedApproval? Approval, string? Problem) Of(PlannedAction action, Person by, int days, PolicyOptions policy) =>
        Remembering.Of(Stories.AskedAboutProposal(action).State, "a1", by, false, days, "often", policy, Given.Start);
}
