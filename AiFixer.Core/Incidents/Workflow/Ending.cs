using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>The two ends, and what both give back.</summary>
internal static class Ending
{
    public static Draft Resolve(Draft draft, ClosedBy how, string note, Person? by)
    {
        WithdrawCard(draft, "Resolved meanwhile.");
        HealLog.Over(draft, how, note);
        return Free(draft.Add(new Resolved(how, note, by)));
    }

    public static Draft Ignore(Draft draft, Person by, string reason)
    {
        WithdrawCard(draft, "Ignored meanwhile.");
        HealLog.End(draft, HealResult.Failed, $"Ignored meanwhile: {reason}");
        return Free(draft.Add(new IncidentIgnored(reason, by)));
    }

    public static void WithdrawCard(Draft draft, string reason)
    {
        if (draft.State.OpenCard() is { } card)
            draft.Add(new CardDecided(card.Id, CardOutcome.Withdrawn, null, reason));
    }

    private static Draft Free(Draft draft) => Leading.End(draft.Release(ClaimKeys.Open(draft.State.Alert.Fingerprint)));
}
