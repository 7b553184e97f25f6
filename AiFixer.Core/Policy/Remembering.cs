using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Workflow;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>Makes what a person approves for a while from an action they saw: as narrow as that action was.</summary>
public static class Remembering
{
    /// <param name="anyName">For every target of its kind in its namespace, not only for this one.</param>
    /// <returns>Either what to keep, or why not.</returns>
    public static (RememberedApproval? Approval, string? Problem) Of(
        Incident incident, string action, Person by, bool anyName, int days, string reason, PolicyOptions policy, DateTimeOffset now)
    {
        if (incident.Actions.Find(one => one.Id == action) is not { Plan: { } plan } seen)
            return (null, $"{incident.Id} has no action {action} that was planned.");
        if (Problem(seen, plan, by, days, policy) is { } problem)
            return (null, problem);
        var target = plan.Target;
        if (RememberedArguments.Of(seen.Request, target, anyName) is not { } arguments)
            return (null, $"The arguments of {action} cannot be read, so nothing can be like them.");
        var id = $"{incident.Id.Value}-{action}".ToLowerInvariant();
        return (
            new(
                id, seen.Request.Plugin, target.Connection, target.Kind, target.Namespace, anyName ? "*" : target.Name,
                seen.Traits.Risk, (int)Math.Min(Math.Abs((long)plan.Magnitude), int.MaxValue), by, now, now.AddDays(days), reason)
            {
                Arguments = arguments,
                Verb = seen.Traits.Verb,
            },
            null);
    }

    private static string? Problem(IncidentAction action, ActionPlan plan, Person by, int days, PolicyOptions policy)
    {
        if (days is < 1 or > RememberedApproval.MostDays)
            return $"It is for 1 to {RememberedApproval.MostDays} days.";
        if (action.UndoOf is not null)
            return "Taking something back is part of what was approved before.";
        if (action.Traits.Risk > RememberedApproval.Most)
            return $"{action.Request.Plugin} is of {action.Traits.Risk.ToString().ToLowerInvariant()} risk: that is approved each time.";
        return by.Role >= PersonRole.Approver && Approvals.Lets(by, action, policy) && !(action.RequestedBy is { } asker && OnePerson.MayBe(asker, by))
            ? null
            : $"{by.Name} may not approve {action.Request.Plugin} on {plan.Target}.";
    }
}
