using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Asks people, and hears what they say.</summary>
internal static class People
{
    public static Draft Ask(Draft draft, string id, Func<Card, OpenTask, IncidentEvent> asked)
    {
        var task = draft.Task(TaskKind.AwaitApproval, draft.Rules.ApprovalTimeout, id);
        return draft.Add(asked(new Card(id, draft.Now, task.Due), task));
    }

    public static Decision TimedOut(Draft draft, OpenTask task)
    {
        draft.Add(new CardDecided(task.Subject!, CardOutcome.Expired, null, "Nobody answered in time."));
        return Escalating.To(draft, $"Nobody answered {task.Subject} in {DurationText.Of(draft.Rules.ApprovalTimeout)}; that is a no.").Done();
    }

    public static Decision Handle(Draft draft, PersonInput input)
    {
        if (Refusals.Of(draft.State, input, draft.Rules, draft.Now) is { } refusal)
            return new Decision.Refused(refusal);
        if (input is PersonInput.Escalate or PersonInput.TakeOver or PersonInput.Rediagnose or PersonInput.Propose)
            Following.Leave(draft, $"{input.By.Name} works on it by itself.");
        return input switch
        {
            PersonInput.Approve approve => Approve(draft, approve).Done(),
            PersonInput.Reject reject => Reject(draft, reject).Done(),
            PersonInput.Ignore ignore => Ending.Ignore(draft, ignore.By, ignore.Reason).Done(),
            PersonInput.Escalate escalate => Escalating.To(draft, escalate.Reason, escalate.To).Done(),
            PersonInput.TakeOver takeOver => TakeOver(draft, takeOver.By).Done(),
            PersonInput.Rediagnose => Rediagnose(draft).Done(),
            PersonInput.Propose propose => Proposing.ByPerson(draft, propose),
            PersonInput.Resolve resolve => Ending.Resolve(draft, ClosedBy.Person, resolve.Note, resolve.By).Done(),
            _ => Decision.Nothing.Instance,
        };
    }

    private static Draft Approve(Draft draft, PersonInput.Approve approve)
    {
        var diagnosis = draft.State.Status == IncidentStatus.AwaitingDiagnosisApproval;
        var approvers = (draft.State.OpenCard()!.ApprovedBy ?? []).Add(approve.By);
        if (approvers.Count < draft.State.OpenCard()!.Needed)
            return draft.Add(new CardApproved(approve.Card, approve.By));
        draft.Add(new CardDecided(approve.Card, CardOutcome.Approved, approve.By, ""));
        return diagnosis ? Proposing.Start(draft) : Granting.Start(draft, approvers);
    }

    private static Draft Reject(Draft draft, PersonInput.Reject reject)
    {
        draft.Add(new CardDecided(reject.Card, CardOutcome.Rejected, reject.By, reject.Reason));
        var why = reject.Reason.Length == 0 ? "" : $": {reject.Reason}";
        return Escalating.To(draft, $"{reject.By.Name} rejected {reject.Card}{why}");
    }

    private static Draft TakeOver(Draft draft, Person by)
    {
        if (draft.State.Status != IncidentStatus.Escalated)
            Escalating.To(draft, $"{by.Name} took it over.");
        return Escalating.TakeOver(draft, by);
    }

    private static Draft Rediagnose(Draft draft)
    {
        Ending.WithdrawCard(draft, "A new diagnosis was asked for.");
        return Diagnosing.Start(draft);
    }
}
