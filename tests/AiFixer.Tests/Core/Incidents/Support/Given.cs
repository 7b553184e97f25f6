using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Tests.Core.Incidents.Support;

/// <summary>Things that stories are made of.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);

    public static readonly IncidentId Id = IncidentId.Create(Start, 1);

    public static readonly IncidentId Other = IncidentId.Create(Start, 2);

    public static readonly Person Viewer = new("u1", "Vera", PersonRole.Viewer);

    public static readonly Person Operator = new("u2", "Otto", PersonRole.Operator);

    public static readonly Person Approver = new("u3", "Anna", PersonRole.Approver);

    public static readonly Person Admin = new("u4", "Ada", PersonRole.Admin);

    public static GrantKeys Keys { get; } = new([new("test", [.. Enumerable.Repeat((byte)7, GrantKey.ShortestSecret)])]);

    public static WorkflowRules Review { get; } = new() { GrantKeys = Keys };

    public static WorkflowRules Auto { get; } = Review with { Policy = new PolicyOptions { Mode = PolicyMode.Auto } };

    public static Alert Alert(string instance = "web-1", DateTimeOffset? startsAt = null, Severity severity = Severity.P2) => new()
    {
        Source = "alertmanager",
        Name = "CrashLooping",
        Severity = severity,
        Fingerprint = "f1",
        Instance = instance,
        Summary = "web restarts again and again",
        StartsAt = startsAt ?? Start,
        Target = Target(),
    };

    public static AlertInput Fires(string instance = "web-1", DateTimeOffset? startsAt = null, Severity severity = Severity.P2) =>
        new(Alert(instance, startsAt, severity), Firing: true, Truncated: false);

    public static AlertInput Clears(string instance = "web-1", DateTimeOffset? startsAt = null, bool truncated = false) =>
        new(Alert(instance, startsAt), Firing: false, truncated);

    public static Diagnosis Diagnosis(Verdict verdict = Verdict.Confirmed, PluginRisk? risk = PluginRisk.Medium, bool suggests = true) => new(
        0,
        "offline",
        verdict,
        "bad-rollout",
        "Revision 2 crashes at start.",
        0.9,
        [new Evidence("E1", "k8s.get_pod_logs", "panic: no config")],
        suggests ? [new SuggestedAction(Request(), "It worked before.", risk)] : [],
        ["Not memory: far below its limit."],
        []);

    public static PluginRequest Request(string target = "web") =>
        new("k8s.rollback_deployment", $$"""{"deployment":"{{target}}","namespace":"default"}""");

    public static PluginRequest UndoRequest(string target = "web") =>
        new("k8s.rollback_deployment", $$"""{"deployment":"{{target}}","namespace":"default","revision":2}""");

    public static TargetRef Target(string name = "web", string @namespace = "default", string? uid = "uid-1") =>
        new("main", "deployment", @namespace, name, uid);

    public static ActionPlan Plan(string target = "web", string hash = "h1", bool undo = true, string @namespace = "default") => new(
        Target(target, @namespace),
        $"PATCH /apis/apps/v1/namespaces/{@namespace}/deployments/{target}",
        """{"spec":{"template":{}}}""",
        "-image: web:2\n+image: web:1",
        hash,
        "All pods are replaced one by one.",
        Undo: undo ? UndoRequest(target) : null);

    public static PluginTraits Traits(PluginRisk risk = PluginRisk.Medium, bool idempotent = false, bool guarded = false, string verb = "rollback") =>
        new(risk, verb, idempotent, guarded, TimeSpan.FromSeconds(30));

    public static PlannedAction Planned(string target = "web", PluginTraits? traits = null, bool undo = true, string @namespace = "default") =>
        new(Request(target), traits ?? Traits(), Plan(target, undo: undo, @namespace: @namespace), "It worked before.");
}
