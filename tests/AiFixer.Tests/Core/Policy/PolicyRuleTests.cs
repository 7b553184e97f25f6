using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Policy;

public sealed class PolicyRuleTests
{
    [Theory]
    [InlineData(PluginRisk.Low, PolicyOutcome.AutoExecute)]
    [InlineData(PluginRisk.Medium, PolicyOutcome.AutoExecute)]
    [InlineData(PluginRisk.High, PolicyOutcome.RequireApproval)]
    [InlineData(PluginRisk.Critical, PolicyOutcome.Escalate)]
    public void Risk_decides_who_may(PluginRisk risk, PolicyOutcome outcome) =>
        Judging.Of(Judging.Auto, Judging.With(risk)).Outcome.ShouldBe(outcome);

    [Fact]
    public void In_review_mode_a_person_approves_even_the_smallest_thing()
    {
        var decision = Judging.Of(new PolicyOptions(), Judging.With());

        decision.Outcome.ShouldBe(PolicyOutcome.RequireApproval);
        decision.Opinions.ShouldHaveSingleItem().Rule.ShouldBe("mode");
    }

    [Theory]
    [InlineData("default", PolicyOutcome.AutoExecute)]
    [InlineData("staging", PolicyOutcome.AutoExecute)]
    [InlineData("prod", PolicyOutcome.RequireApproval)]
    [InlineData("", PolicyOutcome.RequireApproval)]
    [InlineData("Default", PolicyOutcome.RequireApproval)]
    [InlineData("default-2", PolicyOutcome.RequireApproval)]
    public void Only_in_auto_namespaces_fixes_run_by_themselves(string @namespace, PolicyOutcome outcome) =>
        Judging.Of(Judging.Auto, Judging.In(@namespace)).Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData("kube-system")]
    [InlineData("kube-public")]
    [InlineData("kube-node-lease")]
    public void A_protected_namespace_is_never_changed(string @namespace) =>
        Judging.Of(Judging.Auto, Judging.In(@namespace)).Outcome.ShouldBe(PolicyOutcome.Escalate);

    [Fact]
    public void A_namespace_that_is_both_auto_and_protected_is_protected() =>
        Judging.Of(Judging.Auto with { ProtectedNamespaces = ["default"] }, Judging.In("default")).Outcome.ShouldBe(PolicyOutcome.Escalate);

    [Fact]
    public void Protection_does_not_hang_on_how_somebody_spelled_it() =>
        Judging.Of(Judging.Auto with { ProtectedNamespaces = ["Default"] }, Judging.In("default")).Outcome.ShouldBe(PolicyOutcome.Escalate);

    [Theory]
    [InlineData("delete")]
    [InlineData("drain")]
    [InlineData("cordon")]
    [InlineData("Delete")]
    public void Some_verbs_always_need_a_person_whatever_the_risk(string verb) =>
        Judging.Of(Judging.Auto, Judging.With(PluginRisk.Low, verb)).Outcome.ShouldBe(PolicyOutcome.RequireApproval);

    [Theory]
    [InlineData(0, PolicyOutcome.AutoExecute)]
    [InlineData(5, PolicyOutcome.AutoExecute)]
    [InlineData(-5, PolicyOutcome.AutoExecute)]
    [InlineData(6, PolicyOutcome.RequireApproval)]
    [InlineData(-6, PolicyOutcome.RequireApproval)]
    [InlineData(int.MaxValue, PolicyOutcome.RequireApproval)]
    [InlineData(int.MinValue, PolicyOutcome.RequireApproval)]
    public void A_large_change_of_replicas_needs_a_person_in_either_direction(int replicas, PolicyOutcome outcome) =>
        Judging.Of(Judging.Auto, Judging.Moving(replicas)).Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData(0, PolicyOutcome.AutoExecute)]
    [InlineData(2, PolicyOutcome.AutoExecute)]
    [InlineData(3, PolicyOutcome.RequireApproval)]
    public void The_fourth_action_of_an_incident_needs_a_person(int earlier, PolicyOutcome outcome) =>
        Judging.Of(Judging.Auto, earlier, Judging.With()).Outcome.ShouldBe(outcome);

    [Fact]
    public void A_proposal_of_four_actions_needs_a_person() =>
        Judging.Of(Judging.Auto, Judging.With(), Judging.With(), Judging.With(), Judging.With()).Outcome
            .ShouldBe(PolicyOutcome.RequireApproval);
}
