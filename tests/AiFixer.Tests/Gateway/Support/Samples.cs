using System.Text.Json;
using System.Collections.Immutable;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Plugins;

namespace AiFixer.Tests.Gateway;

/// <summary>One incident at every point of its life.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 14, 0, TimeSpan.Zero);
    public static readonly IncidentId Id = IncidentId.Create(Now, 1);
    public static readonly Person Alice = new("key:alice", "alice", PersonRole.Approver);
    public static readonly Blob Output = Blob.Of("text/plain", "2026-11-21T03:10:02Z panic: cannot open config.yaml\nexit status 2\n"u8.ToArray());

    private static readonly TargetRef Target = new("default", "deployment", "shop", "checkout", "b1e0");
    private static readonly Card Question = new("proposal/1", Now.AddMinutes(-2), Now.AddMinutes(58));

    /// <summary>An incident in this status with everything that belongs to it; <paramref name="text"/> stands in every text from outside.</summary>
    public static Incident In(IncidentStatus status, string? text = null, IncidentId? id = null, Severity severity = Severity.P1)
    {
        var incident = New(id ?? Id, severity, text) with { Status = status, Task = new("t1", TaskKind.Verify, Now) };
        if (status >= IncidentStatus.AwaitingDiagnosisApproval)
            incident = incident with { Diagnosis = Diagnosis(text), DiagnosisRound = 1, Class = ErrorClass.Unknown };
        if (status >= IncidentStatus.AwaitingProposalApproval)
            incident = incident with { Actions = [Action(status, text)], ProposalRound = 1, ProposalSummary = text ?? "Go back to the revision that ran before 03:08.", Policy = Policy(text) };
        return status switch
        {
            IncidentStatus.AwaitingDiagnosisApproval => incident with { Cards = [Question with { Id = "diagnosis/1" }] },
            IncidentStatus.AwaitingProposalApproval => incident with { Cards = [Question] },
            IncidentStatus.Executing => incident with { Phase = Phase.Reconciling, Cards = [Answered(text)] },
            IncidentStatus.Verifying => incident with { Verification = new(Now.AddMinutes(-1), Now.AddMinutes(9), TargetHealth.Progressing, null, text ?? "2 of 3 pods are ready"), Cards = [Answered(text)] },
            IncidentStatus.Escalated => incident with { Escalation = new(text ?? "Nobody answered in time.", Now.AddMinutes(-5), text ?? "team-shop", null, 2) },
            IncidentStatus.Resolved => incident with
            {
                Task = null,
                Closing = new(ClosedBy.Verification, Now.AddMinutes(-1), text ?? "Healthy for 2 minutes."),
                Verification = new(Now.AddMinutes(-4), Now.AddMinutes(6), TargetHealth.Healthy, Now.AddMinutes(-3), text ?? "3 of 3 pods are ready", true),
            },
            IncidentStatus.Ignored => incident with { Task = null, Closing = new(ClosedBy.Person, Now, text ?? "A drill.", Alice) },
            _ => incident,
        };
    }

    /// <summary>A journal with one event of nearly every kind.</summary>
    public static JournalEntry[] Entries(string? text = null)
    {
        var task = new OpenTask("t1", TaskKind.Diagnose, Now);
        var alert = New(Id, Severity.P1, text).Alert;
        return
        [
            new(Now.AddMinutes(-6), "sender", "alert", [new Opened(alert), new TriageStarted(task)]),
            new(Now.AddMinutes(-5.9), "aifixer", "triage", [new Triaged(ErrorClass.Unknown), new DiagnosisStarted(1, task)]),
            new(Now.AddMinutes(-5), "aifixer", "diagnosis", [new Diagnosed(Diagnosis(text)), new ProposingStarted(1, task)]),
            new(Now.AddMinutes(-4), "aifixer", "proposal",
                [new Proposed(text ?? "Go back", [Action(IncidentStatus.New, text)], []), new PolicyDecided(Policy(text)), new ProposalApprovalRequested(Question, task)]),
            new(Now.AddMinutes(-2), "alice", "approve", [new CardDecided("proposal/1", CardOutcome.Approved, Alice, text ?? ""), new ExecutionStarted(task)]),
            new(Now.AddMinutes(-1), "aifixer", "run", [new ActionStarted("a1", Action(IncidentStatus.New, text).Plan!, task)]),
        ];
    }

    private static Incident New(IncidentId id, Severity severity, string? text) => new()
    {
        Id = id,
        Alert = new()
        {
            Source = "alertmanager",
            Name = text ?? "KubePodCrashLooping",
            Severity = severity,
            Fingerprint = "f1",
            Summary = text ?? "checkout is restarting every 20 s since the last rollout",
            Description = text ?? "",
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("alertname", text ?? "KubePodCrashLooping").Add("namespace", "shop").Add("pod", "checkout-6d4f8b7c9-x2x4z"),
            Annotations = ImmutableSortedDictionary<string, string>.Empty.Add("runbook", text ?? "see wiki"),
            StartsAt = Now.AddMinutes(-6),
            Target = Target with { Uid = null },
            Link = "http://prometheus.example/graph?g0.expr=up",
        },
        Severity = severity,
        OpenedAt = Now.AddMinutes(-6),
        UpdatedAt = Now.AddMinutes(-1),
    };

    private static Diagnosis Diagnosis(string? text) => new(
        1, text ?? "rules", Verdict.Confirmed, text ?? "bad_rollout",
        text ?? "Revision 7 of checkout crashes at start: its config file is missing. Revision 6 ran without a restart for 9 days.",
        0.93,
        [
            new("E1", text ?? "k8s.rollout_history", text ?? "Revision 7 was rolled out at 03:08; the first restart came 9 s later.", Output.Hash),
            new("E2", text ?? "k8s.get_pod_logs", text ?? "panic: cannot open config.yaml"),
        ],
        [],
        [text ?? "Out of memory: the last exit code is 2, not 137."],
        [text ?? "Metrics: no Prometheus is configured."])
    {
        Claims = [new(text ?? "Revision 7 crashes 9 s after its start.", ["E1", "E2"])],
        Struck = 1,
        Culprit = text ?? "4f1d2c3b",
        FirstFailing = text ?? "checkout",
        Affected = [text ?? "frontend"],
        Remedy = text ?? "rollback",
        Gold = new("checkout", 120, text ?? "rising", 7.5, 830, text ?? "https://traces.example/trace/1", ["E1"]),
        Advice = [new(AdviceKind.Scale, text ?? "Run 5 copies.", new(new("k8s.scale_deployment", text is null ? """{"deployment":"checkout","replicas":5}""" : $$"""{"deployment":{{JsonSerializer.Serialize(text)}}}"""), "more"))],
        Responsible = new(text ?? "BE", text ?? "A release broke it.", [text ?? "INFRA"]),
    };

    private static IncidentAction Action(IncidentStatus status, string? text) => new(
        "a1", 1, new("k8s.rollback_deployment", text ?? """{"name":"checkout","namespace":"shop","revision":6}"""),
        new(PluginRisk.Medium, "rollback", false, true, TimeSpan.FromSeconds(30)),
        new(
            Target,
            text ?? "PATCH /apis/apps/v1/namespaces/shop/deployments/checkout?fieldManager=aifixer",
            "{}",
            text ?? "@@ spec.template.spec.containers[0]\n-  image: registry.example/checkout:2.7.0\n+  image: registry.example/checkout:2.6.4\n   name: checkout\n",
            "h1",
            text ?? "3 pods of checkout are replaced, one at a time.",
            0,
            new("k8s.rollback_deployment", """{"name":"checkout","namespace":"shop","revision":7}""")),
        text ?? "Revision 6 is the last one that ran.",
        status switch
        {
            IncidentStatus.Executing => ActionStatus.Unknown,
            IncidentStatus.Verifying or IncidentStatus.Resolved => ActionStatus.Succeeded,
            IncidentStatus.Escalated => ActionStatus.Planned,
            _ => ActionStatus.Planned,
        },
        Sent: status is IncidentStatus.Verifying ? 1 : 0,
        StartedAt: status is IncidentStatus.Verifying ? Now.AddMinutes(-2) : null,
        FinishedAt: status is IncidentStatus.Verifying ? Now.AddMinutes(-2).AddSeconds(1) : null,
        Message: text ?? "");

    private static PolicyDecision Policy(string? text) => new(
        PolicyOutcome.RequireApproval,
        "1",
        [
            new(text ?? "production", PolicyOutcome.RequireApproval, text ?? "The namespace shop is production."),
            new(text ?? "risk", PolicyOutcome.AutoExecute, text ?? "Its risk is medium and it can be taken back."),
        ]);

    private static Card Answered(string? text) =>
        Question with { Outcome = CardOutcome.Approved, By = Alice, DecidedAt = Now, Reason = text ?? "" };
}
