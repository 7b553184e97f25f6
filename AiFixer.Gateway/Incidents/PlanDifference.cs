using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Gateway.Incidents;

/// <summary>What is different in a plan from the one that was approved before and did not fit any more.</summary>
internal static class PlanDifference
{
    /// <summary>As lines of a diff; none when nothing that people see is different, or there is no earlier plan.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<IncidentAction> actions, IncidentAction action)
    {
        var before = actions.LastOrDefault(other => other.Status == ActionStatus.Stale && other.Round < action.Round
            && other.Plan?.Target.Key == action.Plan?.Target.Key)?.Plan;
        return before is null || action.Plan is not { } now ? [] : [.. Parts(before, now)];
    }

    private static IEnumerable<string> Parts(ActionPlan before, ActionPlan now) =>
    [
        .. Part("identity ", before.Target.Uid ?? "", now.Target.Uid ?? ""),
        .. Part("", before.Call, now.Call),
        .. Part("", before.Diff, now.Diff),
        .. Part("", before.BlastRadius, now.BlastRadius),
    ];

    private static IEnumerable<string> Part(string name, string before, string now)
    {
        var (old, fresh) = (before.Split('\n'), now.Split('\n'));
        return old.Except(fresh).Select(line => $"-{name}{line}").Concat(fresh.Except(old).Select(line => $"+{name}{line}"));
    }
}
