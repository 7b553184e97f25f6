using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>The last look at a grant before a call may leave.</summary>
internal static class GrantChecks
{
    /// <summary>Why the action must not run; null when everything fits.</summary>
    public static string? Why(Grant? grant, IncidentAction action, ActionPlan reading, DateTimeOffset now)
    {
        if (grant is null || grant.Request != action.Request)
            return "There is no grant for it.";
        if (grant.ExpiresAt <= now)
            return $"Its grant expired at {grant.ExpiresAt:u}.";
        if (grant.Target.Key != reading.Target.Key || grant.Target.Uid != reading.Target.Uid)
            return $"The target is another one now: {reading.Target} {reading.Target.Uid}.";
        if (grant.PlanDigest.Length == 0)
            return null;
        if (grant.PlanDigest != Granting.Digest(action))
            return "The plan is not the one that was granted.";
        return grant.FieldsHash == reading.FieldsHash ? null : "The target has changed since the plan was made.";
    }
}
