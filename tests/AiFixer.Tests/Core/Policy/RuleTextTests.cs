using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Policy;

/// <summary>What rules tell people.</summary>
public sealed class RuleTextTests
{
    [Theory]
    [InlineData("mode", "The mode is review, or stricter where an environment or a playbook says so.")]
    [InlineData("blast-radius", "No cap everywhere; environments may have their own.")]
    [InlineData("protected-resource", "Never changed: nothing.")]
    [InlineData("protected-namespace", "Never changed: the namespaces kube-system, kube-public, kube-node-lease.")]
    [InlineData("freeze", "Nothing runs by itself during nothing.")]
    public void A_rule_says_what_it_makes_sure_of_with_the_options_it_has(string name, string text) => Described(name, new()).ShouldBe(text);

    [Fact]
    public void A_cap_on_who_feels_it_is_named() =>
        Described("blast-radius", new() { MaxAffected = 4 }).ShouldBe("What more than 4 things feel, or an unknown number, needs a person.");

    [Fact]
    public void Windows_are_named()
    {
        var options = new PolicyOptions { Freezes = [new() { Name = "year's end" }], MaintenanceWindows = [new() { Name = "nights" }] };

        Described("freeze", options).ShouldContain("year's end");
        Described("maintenance", options).ShouldEndWith("only during it: nights.");
    }

    [Theory]
    [InlineData("shop", "Namespace shop is not one where fixes run by themselves.")]
    [InlineData("", "Connection main without a namespace is not one where fixes run by themselves.")]
    public void Where_fixes_do_not_run_by_themselves_the_place_is_named(string @namespace, string reason) =>
        Judging.Of(Judging.Auto, Judging.In(@namespace)).Opinions.ShouldHaveSingleItem().Reason.ShouldBe(reason);

    [Fact]
    public void An_action_beyond_the_budget_of_an_incident_is_told_by_its_number() =>
        Judging.Of(Judging.Auto, 3, Judging.With()).Opinions.ShouldHaveSingleItem().Reason.ShouldBe("It would be action 4 of this incident; 3 run without a person.");

    [Theory]
    [InlineData("", "AiFixer was stopped by Ada at 2026-01-05 10:00:00Z.")]
    [InlineData("It loops.", "AiFixer was stopped by Ada at 2026-01-05 10:00:00Z: It loops.")]
    public void Who_stopped_it_and_why_is_a_sentence(string reason, string sentence) =>
        new KillSwitch("Ada", Given.Start, reason).Sentence.ShouldBe(sentence);

    [Theory]
    [InlineData("", "already.")]
    [InlineData("Disk lost. ", "already. Disk lost.")]
    public void That_the_store_was_put_back_is_a_sentence_with_or_without_a_reason(string reason, string end) =>
        new SetBack(Given.Start, reason).Sentence.ShouldEndWith(end);

    [Theory]
    [InlineData(PluginRisk.High, "k8s.rollback_deployment is of high risk.")]
    [InlineData(PluginRisk.Critical, "k8s.rollback_deployment is of critical risk: a person does that by hand.")]
    public void A_risk_is_told_with_the_plugin_that_has_it(PluginRisk risk, string reason) =>
        Judging.Of(Judging.Auto, Judging.With(risk)).Opinions.ShouldHaveSingleItem().Reason.ShouldBe(reason);

    private static string Described(string name, PolicyOptions options) => PolicyOverview.Rules(options).Single(rule => rule.Name == name).Text;
}
