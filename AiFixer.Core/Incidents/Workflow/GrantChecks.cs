using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>The last look at a grant before a call may leave.</summary>
internal static class GrantChecks
{
    /// <summary>What is wrong with the action's grant itself; null when it is whole, fits, and is still good.</summary>
    public static GrantProblem? Find(Incident state, IncidentAction action, WorkflowRules rules, DateTimeOffset now)
    {
        if (state.GrantFor(action.Id) is not { } grant)
            return new(GrantFault.Missing, "There is no grant for it.");
        return Broken(state, grant, action, rules.GrantKeys) ?? Ended(grant, rules, now);
    }

    /// <summary>Why the grant cannot be believed; null when it is whole and was given for this very action.</summary>
    public static GrantProblem? Broken(Incident state, Grant grant, IncidentAction action, GrantKeys keys)
    {
        if (grant.Signature is null)
            return new(GrantFault.Unsigned, "Its grant is not signed.");
        if (keys.Find(grant.Key) is null)
            return new(GrantFault.UnknownKey, $"Its grant was signed with the key {grant.Key}, which this process does not have.");
        if (!GrantSeal.IsWhole(grant, state.Id, keys))
            return new(GrantFault.Forged, "Its grant is not as it was signed.");
        if (grant.Request != action.Request)
            return new(GrantFault.Altered, "The action is not the one that was granted.");
        if (!GrantDigest.IsKnown(grant))
            return new(GrantFault.OtherPolicy, "Its grant was given by a release that signed less of the action.");
        return GrantDigest.Fits(grant, action) ? null : new(GrantFault.Altered, "The plan is not the one that was granted.");
    }

    /// <summary>Why the target is not the one it was given for; null when it is.</summary>
    public static string? Changed(Grant grant, IncidentAction action, ActionPlan reading)
    {
        if (grant.Target.Key != reading.Target.Key || grant.Target.Uid != reading.Target.Uid)
            return $"The target is another one now: {reading.Target} {reading.Target.Uid}.";
        return action.UndoOf is not null || grant.FieldsHash == reading.FieldsHash
            ? null
            : "The target has changed since the plan was made.";
    }

    private static GrantProblem? Ended(Grant grant, WorkflowRules rules, DateTimeOffset now)
    {
        if (grant.ExpiresAt <= now)
            return new(GrantFault.Expired, $"Its grant expired at {grant.ExpiresAt:u}.");
        return grant.PolicyVersion == PolicyVersion.Of(rules.Policy)
            ? null
            : new(GrantFault.OtherPolicy, $"Its grant was given under another policy, {grant.PolicyVersion}.");
    }
}
