using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Gateway.Incidents;

internal static class ActionText
{
    public static string Status(ActionStatus status) => status switch
    {
        ActionStatus.Planned => "planned",
        ActionStatus.Started => "its call is out",
        ActionStatus.Succeeded => "done",
        ActionStatus.Failed => "failed",
        ActionStatus.Unknown => "outcome unknown",
        ActionStatus.Stale => "no longer fits the world",
        _ => "not run",
    };

    public static string Found(ExecuteOutcome outcome) => outcome switch
    {
        ExecuteOutcome.Done => "it happened",
        ExecuteOutcome.NotDone => "it did not happen",
        _ => "it cannot be told",
    };
}
