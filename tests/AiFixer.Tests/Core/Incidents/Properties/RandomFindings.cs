using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>What analysts and plugins might come back with.</summary>
internal static class RandomFindings
{
    public static Diagnosis Diagnosis(Dice dice) =>
        Given.Diagnosis(dice.Any<Verdict>(), dice.Pick<PluginRisk?>(null, PluginRisk.Low, PluginRisk.Medium, PluginRisk.High), dice.Odds(90));

    public static ImmutableList<PlannedAction> Actions(Dice dice) =>
        [.. Enumerable.Range(0, dice.Pick(0, 1, 1, 1, 1, 2, 2, 2, 3)).Select(_ => Action(dice))];

    /// <summary>The target as it is read right before the call: mostly as it was.</summary>
    public static ActionPlan Reading(Dice dice, ActionPlan? planned)
    {
        var plan = planned ?? Given.Plan(undo: false);
        return dice.Roll(24) switch
        {
            0 => plan with { FieldsHash = "changed" },
            1 => plan with { Target = plan.Target with { Uid = "uid-2" } },
            2 => plan with { Target = plan.Target with { Name = "other" } },
            3 => plan with { Payload = "another payload" },
            _ => plan,
        };
    }

    private static PlannedAction Action(Dice dice)
    {
        var target = dice.Pick("web", "api", "db");
        var traits = Given.Traits(
            dice.Pick(PluginRisk.Low, PluginRisk.Low, PluginRisk.Low, PluginRisk.Medium, PluginRisk.Medium, PluginRisk.Medium, PluginRisk.Medium, PluginRisk.High, PluginRisk.Critical),
            dice.Odds(30),
            dice.Odds(30),
            dice.Pick("restart", "restart", "scale", "scale", "rollback", "rollback", "delete"));
        return new(
            Given.Request(target),
            traits,
            Given.Plan(target, undo: dice.Odds(60), @namespace: dice.Pick("default", "default", "default", "staging", "staging", "staging", "staging", "prod", "kube-system")) with
            {
                Magnitude = dice.Pick(0, 0, 0, 1, 2, -7),
            },
            "It may help.");
    }
}
