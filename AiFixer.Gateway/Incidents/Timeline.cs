using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;

namespace AiFixer.Gateway.Incidents;

/// <summary>Tells an incident's events in sentences.</summary>
internal static class Timeline
{
    public static IEnumerable<TimelineEntry> Of(StoredEntry stored)
    {
        var entry = IncidentJson.ReadEntry(stored.Entry);
        return entry.Events.Select(happened =>
        {
            var (text, detail) = Tell(happened);
            return new TimelineEntry(stored.Version, entry.At, entry.By, TypeName(happened), text, detail);
        });
    }

    private static string TypeName(IncidentEvent happened) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(happened.GetType().Name);

    private static (string Text, string Detail) Tell(IncidentEvent happened) => happened switch
    {
        Opened e => ($"Opened by an alert from {e.Alert.Source}", e.Alert.Summary),
        AlertJoined => ("Another alert of the sender fires for the same trouble", ""),
        AlertWorsened e => ($"The alert got worse: {e.Severity}", ""),
        AlertCleared { Truncated: true } => ("The sender says it is over, but cut its message short", "Nothing is closed on that."),
        AlertCleared => ("The sender says it is over", ""),
        AlertFiredAgain => ("The alert fires again", ""),
        TriageStarted => ("Triage started", ""),
        Triaged e => (ClassText.Triaged(e.Class), ""),
        DiagnosisStarted e => (Invariant($"Diagnosis {e.Round} started"), ""),
        Diagnosed e => (Invariant($"{e.Diagnosis.Analyst}: {e.Diagnosis.Verdict}, {e.Diagnosis.Confidence:P0}"), e.Diagnosis.RootCause),
        DiagnosisApprovalSkipped e => ("Nobody was asked about the diagnosis", e.Reason),
        DiagnosisApprovalRequested e => ("A person is asked whether the diagnosis is right", Until(e.Card)),
        ProposingStarted => ("Looking for a fix", ""),
        Proposed e => (e.Actions.Count == 1 ? "Proposed a fix" : Invariant($"Proposed a fix of {e.Actions.Count} actions"), Lines(e.Summary, e.Impossible)),
        PolicyDecided e => ($"Policy: {PolicyText.Outcome(e.Decision.Outcome)}", ""),
        ProposalApprovalRequested e => ("A person is asked whether to do it", Until(e.Card)),
        CardDecided e => ($"{CardText.Name(e.Card)}: {CardText.Outcome(e.Outcome)}", e.Reason),
        CardApproved e => ($"{CardText.Name(e.Card)}: approved by {e.By.Name}", "Somebody else has to as well."),
        ShadowRecorded e => ("Nothing is done here; this is what would have been", Lines(PolicyText.Outcome(e.Would), [e.Summary])),
        GrantRefused e => ($"Alarm: the grant of action {e.Action} opened nothing", e.Reason),
        GrantIssued e => ($"Granted action {e.Grant.ActionId}", e.Grant.Automatic ? "By the policy" : $"By {Approvers(e.Grant)}"),
        _ => TellExecution(happened),
    };

    private static (string Text, string Detail) TellExecution(IncidentEvent happened) => happened switch
    {
        ExecutionStarted => ("Execution started", ""),
        ActionStarted e => ($"Action {e.Action} is sent", (e.Plan?.Call ?? "As proposed.").Split('\n')[0]),
        ActionFinished e => ($"Action {e.Action}: {ActionText.Status(e.Status)}", e.Message),
        ActionNotSent e => ($"Action {e.Action} did not leave", e.Reason),
        ActionPostponed e => ($"Action {e.Action} waits", e.Reason),
        ActionResumed e => ($"Action {e.Action} goes on", ""),
        OutcomeUnknown e => ($"Nobody can tell whether action {e.Action} happened; looking", e.Reason),
        OutcomeFound e => ($"Looked at action {e.Action}: {ActionText.Found(e.Outcome)}", e.Details),
        UndoStarted e => ($"Taking back action {e.Action.UndoOf}", ""),
        VerificationStarted e => ("Watching whether the world recovers", Invariant($"Until {e.Deadline:u}")),
        HealthChanged e => ($"Seen: {e.Health}", e.Details),
        VerificationEnded { Passed: true } e => ("Verified: it is fixed", e.Details),
        VerificationEnded e => ("Not verified: it did not help", e.Details),
        _ => TellLifecycle(happened),
    };

    private static (string Text, string Detail) TellLifecycle(IncidentEvent happened) => happened switch
    {
        TaskRetried e => ($"{e.Task.Kind} failed and is tried again", e.Error),
        Escalated e => (e.To.Length == 0 ? "Put in a person's hands" : $"Put in the hands of {e.To}", e.Reason),
        TakenOver e => ($"{e.By.Name} works on it", ""),
        Reminded e => (Invariant($"Reminded, for the {e.Times}. time"), ""),
        InvestigationHeldBack e => ("The investigation is held back", Lines(e.Reason, [Invariant($"It is tried again at {e.Task.Due:u}.")])),
        GroupJoined e => ($"Follows {e.Leader}, which is investigated for all of its group", ""),
        GroupAwaited => ("Its group is still open", ""),
        GroupLeft e => ($"Does not follow {e.Leader} any more", e.Reason),
        GroupGrew e => ($"Other alerts follow this one; the worst is {e.Worst}", ""),
        GroupEnding => ("Those that follow it are told", ""),
        GroupEnded => ("All that followed it have been told", ""),
        Resolved e => ($"Resolved by {ClosingText.How(e.How, e.By)}", e.Note),
        IncidentIgnored e => ($"Ignored by {e.By.Name}", e.Reason),
        _ => (happened.GetType().Name, ""),
    };

    private static string Approvers(Grant grant) =>
        grant.Approvers is { } all ? string.Join(" and ", all.Select(person => person.Name)) : grant.ApprovedBy?.Name ?? "";

    private static string Until(Card card) => Invariant($"Until {card.ExpiresAt:u}");

    private static string Lines(string first, IEnumerable<string> more) => string.Join('\n', more.Prepend(first));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
