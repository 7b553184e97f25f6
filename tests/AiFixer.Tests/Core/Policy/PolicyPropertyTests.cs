using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Properties;
using AiFixer.Tests.Core.Incidents.Support;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Policy;

public sealed class PolicyPropertyTests
{
    [Fact]
    public void One_more_action_never_makes_a_proposal_freer() => Check((options, actions) =>
        Strictness(options, actions).ShouldBeGreaterThanOrEqualTo(Strictness(options, actions[..^1])));

    [Fact]
    public void Review_mode_is_never_freer_than_auto_mode() => Check((options, actions) =>
        Strictness(options with { Mode = PolicyMode.Review }, actions)
            .ShouldBeGreaterThanOrEqualTo(Strictness(options with { Mode = PolicyMode.Auto }, actions)));

    [Fact]
    public void A_stricter_fence_never_frees_anything() => Check((options, actions) =>
    {
        var stricter = options with
        {
            AutoNamespaces = [],
            ProtectedNamespaces = options.ProtectedNamespaces.Add("default"),
            MaxReplicaChange = 0,
            MaxActionsPerIncident = 0,
        };
        Strictness(stricter, actions).ShouldBeGreaterThanOrEqualTo(Strictness(options, actions));
    });

    [Fact]
    public void Nothing_of_more_than_medium_risk_runs_by_itself() => Check((options, actions) =>
    {
        if (Judging.Of(options, actions).Outcome == PolicyOutcome.AutoExecute)
            actions.ShouldAllBe(action => action.Traits.Risk <= PluginRisk.Medium);
    });

    private static void Check(Action<PolicyOptions, PlannedAction[]> holds) =>
        Prop.ForAll(Arb.From(Gen.Choose(1, int.MaxValue - 1)), (int seed) =>
        {
            var dice = new Dice(seed);
            var options = new PolicyOptions { Mode = dice.Any<PolicyMode>() };
            holds(options, [.. RandomFindings.Actions(dice), Given.Planned()]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Walks.Many));

    /// <summary>How strict the answer is; a larger number is stricter.</summary>
    private static int Strictness(PolicyOptions options, PlannedAction[] actions) => (int)Judging.Of(options, actions).Outcome;
}
