using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>A fix counts when the world has looked healthy for a while, not when a call returned 200.</summary>
internal static class Verifying
{
    public static Draft Start(Draft draft)
    {
        var task = draft.Task(TaskKind.Verify, draft.Rules.VerificationTimeout);
        return draft.Add(new VerificationStarted(task.Due, task));
    }

    public static Decision Seen(Draft draft, TaskInput.HealthSeen seen)
    {
        var changed = draft.State.Verification!.Health != seen.Health;
        if (changed)
            draft.Add(new HealthChanged(seen.Health, seen.Details));
        var verification = draft.State.Verification!;
        if (verification.HealthySince is { } since)
        {
            if (draft.Now - since >= draft.Rules.StabilisationWindow && !draft.State.Actions.Exists(action => MayHaveChanged(draft, action)))
                return Passed(draft, seen.Details);
        }
        else if (draft.Now >= verification.Deadline && !draft.State.Actions.Exists(action => MayHaveChanged(draft, action)))
        {
            return Failed(draft, seen.Details);
        }

        return changed ? draft.Done() : Decision.Nothing.Instance;
    }

    /// <summary>A call that nobody could find may still arrive, or could until so lately that the world had no window's time to be well since.</summary>
    private static bool MayHaveChanged(Draft draft, IncidentAction action) =>
        action.Status == ActionStatus.Unknown && Reconciling.MayArrive(draft, action, draft.Now - draft.Rules.StabilisationWindow);

    private static Decision Passed(Draft draft, string details)
    {
        draft.Add(new VerificationEnded(true, details));
        return Ending.Resolve(draft, ClosedBy.Verification, details, by: null).Done();
    }

    private static Decision Failed(Draft draft, string details)
    {
        draft.Add(new VerificationEnded(false, details));
        if (draft.State.Verification!.Health == TargetHealth.Unknown)
            return Escalating.To(draft, $"Nobody could see whether the fix helped: {details}").Done();
        return Undoing.Start(draft, $"The fix did not help: {details}").Done();
    }
}
