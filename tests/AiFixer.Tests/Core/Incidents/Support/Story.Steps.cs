using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Tests.Core.Incidents.Support;

internal sealed partial class Story
{
    public Story Triaged() => Hears(new TaskInput.TriageDone(Task.Id, ErrorClass.Oom));

    public Story Diagnosed(Diagnosis? diagnosis = null) => Hears(new TaskInput.DiagnosisDone(Task.Id, diagnosis ?? Given.Diagnosis()));

    public Story Proposed(params PlannedAction[] actions) => Hears(new TaskInput.ProposalDone(Task.Id, [.. actions], []));

    public Story Approved() => Hears(new PersonInput.Approve(Given.Approver, State.OpenCard()!.Id));

    /// <summary>The target was read again and the call may leave.</summary>
    public Story Starts(ActionPlan? reading = null) => Hears(new TaskInput.ReadyToSend(
        Task.Id, reading ?? State.Action(Task.Subject!).Plan ?? Given.Plan(hash: "h2", undo: false)));

    public Story Sends(ExecuteResult result) => Hears(new TaskInput.Sent(Task.Id, result));

    public Story Sends(ExecuteOutcome outcome = ExecuteOutcome.Done, string message = "patched", bool stale = false) =>
        Hears(new TaskInput.Sent(Task.Id, new ExecuteResult(outcome, message, stale)));

    public Story Denied(string key, DateTimeOffset? until = null) =>
        Hears(new TaskInput.ClaimDenied(Task.Id, key, Given.Other, until));

    public Story Looks(ExecuteOutcome applied, DateTimeOffset? began = null, TimeSpan took = default) =>
        Hears(new TaskInput.Looked(Task.Id, new Observation(applied, TargetHealth.Unknown, "looked")) { At = began, Took = took });

    /// <summary>So much time passes that no call can still be on its way.</summary>
    public Story Settles() => Waits(State.Action(Task.Subject!).SettlesAt!.Value - Now);

    public Story Sees(TargetHealth health) => Hears(new TaskInput.HealthSeen(Task.Id, health, $"it is {health}"));

    public Story Breaks(bool retryable = true) => Hears(new TaskInput.Broke(Task.Id, "connection refused", retryable));

    /// <summary>The open task's time comes.</summary>
    public Story ComesDue()
    {
        if (Task.Due > Now)
            Now = Task.Due;
        return Hears(new TaskInput.TimePassed(Task.Id));
    }

    /// <summary>As often as it is tried again, it breaks again.</summary>
    public Story BreaksForGood()
    {
        var kind = Task.Kind;
        while (State.Task?.Kind == kind)
            Breaks();
        return this;
    }
}
