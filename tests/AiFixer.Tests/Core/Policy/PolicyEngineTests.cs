using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Policy;

public sealed class PolicyEngineTests
{
    [Fact]
    public void The_strictest_rule_holds()
    {
        var decision = Judging.Of(new PolicyOptions(), Judging.With(PluginRisk.Critical, "delete"));

        decision.Outcome.ShouldBe(PolicyOutcome.Escalate);
        decision.Opinions.Select(opinion => opinion.Rule).ShouldBe(["risk", "mode", "verb"]);
    }

    [Fact]
    public void The_strictest_action_decides_for_the_whole_proposal() =>
        Judging.Of(Judging.Auto, Judging.With(), Judging.In("kube-system"), Judging.With()).Outcome.ShouldBe(PolicyOutcome.Escalate);

    [Fact]
    public void What_no_rule_speaks_against_runs_by_itself()
    {
        var decision = Judging.Of(Judging.Auto, Judging.With());

        decision.Outcome.ShouldBe(PolicyOutcome.AutoExecute);
        decision.Opinions.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_opinion_is_told_once() =>
        Judging.Of(new PolicyOptions(), Judging.With(), Judging.With()).Opinions.Count.ShouldBe(1);

    [Fact]
    public void Every_opinion_has_a_reason() =>
        Judging.Of(new PolicyOptions(), 3, Judging.Moving(9), Judging.In("kube-system"), Judging.With(PluginRisk.Critical, "drain"))
            .Opinions.ShouldAllBe(opinion => opinion.Reason.Length > 0);

    [Fact]
    public void The_decision_names_the_version_of_the_policy() =>
        Judging.Of(Judging.Auto, Judging.With()).Version.ShouldBe(PolicyVersion.Of(Judging.Auto));
}
