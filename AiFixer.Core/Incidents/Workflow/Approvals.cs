using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Who may approve a proposal, and how many have to.</summary>
internal static class Approvals
{
    /// <summary>The question with as many answers as the riskiest of the actions needs.</summary>
    public static Card Needed(Card card, Draft draft) =>
        draft.State.PlannedNow().Any(action => action.Traits.Risk >= draft.Rules.Policy.Approvals.FourEyesFrom)
            ? card with { Needed = 2 }
            : card;

    /// <summary>Why this person's approval does not count; null when it does.</summary>
    public static Refusal? Refusal(Incident state, PersonInput.Approve click, PolicyOptions policy)
    {
        var by = click.By;
        if (state.OpenCard()?.ApprovedBy?.Exists(other => other.Id == by.Id) == true)
            return new(RefusalCode.AlreadyDecided, $"You approved {click.Card} already; somebody else has to as well.");
        if (state.OpenCard()?.ApprovedBy?.Find(other => OnePerson.MayBe(other, by)) is { } same)
            return new(RefusalCode.NotAllowed, Unsure(by, same));
        if (state.Status != IncidentStatus.AwaitingProposalApproval)
            return null;
        foreach (var action in state.PlannedNow())
        {
            if (action.RequestedBy?.Id == by.Id)
                return new(RefusalCode.NotAllowed, $"{by.Name} asked for {action.Request.Plugin}, so somebody else approves it.");
            if (action.RequestedBy is { } asker && OnePerson.MayBe(asker, by))
                return new(RefusalCode.NotAllowed, Unsure(by, asker));
            if (!Lets(by, action, policy))
                return new(RefusalCode.NotAllowed, $"{by.Name} may not approve {action.Request.Plugin} on {action.Plan!.Target}.");
        }

        return null;
    }

    /// <summary>A name here and a name there may be one person: that is said by whoever sets them up, or somebody else approves.</summary>
    private static string Unsure(Person by, Person other) =>
        $"{by.Name} ({by.Id}) and {other.Name} ({other.Id}) may be one person: nobody said who they are elsewhere. Somebody else approves it, or an administrator says so.";

    public static bool Lets(Person by, IncidentAction action, PolicyOptions policy)
    {
        var target = action.Plan!.Target;
        var environment = PolicyEnvironment.Of(target, policy);
        return policy.Approvals.Approvers.IsEmpty
            || policy.Approvals.Approvers.Exists(rule => rule.Lets(by, target, environment, action.Traits.Risk));
    }
}
