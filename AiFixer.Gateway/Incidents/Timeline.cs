using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Incidents;

/// <summary>Tells an incident's events in sentences.</summary>
internal static class Timeline
{
    public static IEnumerable<TimelineEntry> Of(StoredEntry stored, TextBook words)
    {
        var entry = IncidentJson.ReadEntry(stored.Entry);
        return entry.Events.Select(happened =>
        {
            var (text, detail) = Tell(happened, words);
            return new TimelineEntry(stored.Version, entry.At, entry.By, TypeName(happened), text, detail);
        });
    }

    private static string TypeName(IncidentEvent happened) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(happened.GetType().Name);

    private static (string Text, string Detail) Tell(IncidentEvent happened, TextBook words) => happened switch
    {
        Opened e => (words.Say("timeline.opened", e.Alert.Source), e.Alert.Summary),
        AlertJoined => (words["timeline.joined"], ""),
        AlertWorsened e => (words.Say("timeline.worsened", e.Severity), ""),
        AlertCleared { Truncated: true } => (words["timeline.cleared.cut"], words["timeline.cleared.cut.text"]),
        AlertCleared => (words["timeline.cleared"], ""),
        AlertFiredAgain => (words["timeline.again"], ""),
        TriageStarted => (words["timeline.triage"], ""),
        Triaged e => (words.Name("timeline.triaged", e.Class), ""),
        DiagnosisStarted e => (words.Say("timeline.diagnosing", e.Round), ""),
        Diagnosed e => (words.Say("timeline.diagnosed", e.Diagnosis.Analyst, words.Name("verdict", e.Diagnosis.Verdict), Math.Round(e.Diagnosis.Confidence * 100)), e.Diagnosis.RootCause),
        DiagnosisApprovalSkipped e => (words["timeline.notAsked"], e.Reason),
        DiagnosisApprovalRequested e => (words["timeline.asked.diagnosis"], Until(e.Card, words)),
        ProposingStarted => (words["timeline.proposing"], ""),
        Proposed e => (words.Count("timeline.proposed", e.Actions.Count), Lines(e.Summary, e.Impossible)),
        PolicyDecided e => (words.Say("timeline.policy", words.Name("policy", e.Decision.Outcome)), ""),
        ProposalApprovalRequested e => (words["timeline.asked.fix"], Until(e.Card, words)),
        CardDecided e => (words.Say("timeline.card", CardText.Name(e.Card, words), words.Name("card", e.Outcome)), e.Reason),
        CardApproved e => (words.Say("timeline.card.approved", CardText.Name(e.Card, words), e.By.Name), words["timeline.card.another"]),
        ShadowRecorded e => (words["timeline.shadow"], Lines(words.Name("policy", e.Would), [e.Summary])),
        GrantRefused e => (words.Say("timeline.grant.refused", e.Action), e.Reason),
        GrantIssued e => (words.Say("timeline.granted", e.Grant.ActionId), e.Grant.Automatic ? words["timeline.granted.policy"] : words.Say("timeline.granted.by", Approvers(e.Grant, words))),
        _ => TellExecution(happened, words),
    };

    private static (string Text, string Detail) TellExecution(IncidentEvent happened, TextBook words) => happened switch
    {
        ExecutionStarted => (words["timeline.execution"], ""),
        ActionStarted e => (words.Say("timeline.action.sent", e.Action), (e.Plan?.Call ?? words["timeline.action.asProposed"]).Split('\n')[0]),
        ActionFinished e => (words.Say("timeline.action.finished", e.Action, words.Name("action.status", e.Status)), e.Message),
        ActionNotSent e => (words.Say("timeline.action.notSent", e.Action), e.Reason),
        ActionPostponed e => (words.Say("timeline.action.waits", e.Action), e.Reason),
        ActionResumed e => (words.Say("timeline.action.goesOn", e.Action), ""),
        OutcomeUnknown e => (words.Say("timeline.action.unknown", e.Action), e.Reason),
        OutcomeFound e => (words.Say("timeline.action.looked", e.Action, words.Name("action.found", e.Outcome)), e.Details),
        UndoStarted e => (words.Say("timeline.action.undo", e.Action.UndoOf), ""),
        VerificationStarted e => (words["timeline.verifying"], words.Say("timeline.until", Moment(e.Deadline))),
        HealthChanged e => (words.Say("timeline.seen", words.Name("health", e.Health)), e.Details),
        VerificationEnded { Passed: true } e => (words["timeline.verified"], e.Details),
        VerificationEnded e => (words["timeline.notVerified"], e.Details),
        _ => TellLifecycle(happened, words),
    };

    private static (string Text, string Detail) TellLifecycle(IncidentEvent happened, TextBook words) => happened switch
    {
        TaskRetried e => (words.Say("timeline.retried", e.Task.Kind), e.Error),
        Escalated e => (e.To.Length == 0 ? words["timeline.escalated"] : words.Say("timeline.escalated.to", e.To), e.Reason),
        TakenOver e => (words.Say("timeline.taken", e.By.Name), ""),
        Reminded e => (words.Say("timeline.reminded", e.Times), ""),
        InvestigationHeldBack e => (words["timeline.heldBack"], Lines(e.Reason, [words.Say("timeline.heldBack.until", Moment(e.Task.Due))])),
        GroupJoined e => (words.Say("timeline.follows", e.Leader), ""),
        GroupAwaited => (words["timeline.groupOpen"], ""),
        GroupLeft e => (words.Say("timeline.left", e.Leader), e.Reason),
        GroupGrew e => (words.Say("timeline.grew", e.Worst), ""),
        GroupEnding => (words["timeline.groupEnding"], ""),
        GroupEnded => (words["timeline.groupEnded"], ""),
        Resolved e => (words.Say("timeline.resolved", ClosingText.How(e.How, e.By, words)), e.Note),
        IncidentIgnored e => (words.Say("timeline.ignored", e.By.Name), e.Reason),
        _ => HealText.Tell(happened, words),
    };

    private static string Approvers(Grant grant, TextBook words) =>
        grant.Approvers is { } all ? all.Select(person => person.Name).Aggregate((some, another) => words.Say("timeline.and", some, another)) : grant.ApprovedBy?.Name ?? "";

    private static string Until(Card card, TextBook words) => words.Say("timeline.until", Moment(card.ExpiresAt));

    private static string Lines(string first, IEnumerable<string> more) => string.Join('\n', more.Prepend(first));

    private static string Moment(DateTimeOffset at) => at.ToString("u", CultureInfo.InvariantCulture);
}
