using System.Security.Cryptography;
using System.Text;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Gives the planned actions of the current proposal their grants and starts the first.</summary>
internal static class Granting
{
    public static Draft Start(Draft draft, Person? approvedBy)
    {
        var planned = draft.State.PlannedNow().ToList();
        foreach (var action in planned)
            draft.Add(new GrantIssued(Grant(draft, action, approvedBy, Digest(action))));
        return draft.Add(new ExecutionStarted(draft.Task(TaskKind.RunAction, subject: planned[0].Id)));
    }

    /// <summary>Whoever allowed an action allowed taking it back; the proposal said how.</summary>
    public static Draft ForUndo(Draft draft, IncidentAction undo)
    {
        var original = draft.State.Action(undo.UndoOf!);
        var given = draft.State.Grants.FindLast(grant => grant.ActionId == original.Id)!;
        var target = original.Plan!.Target;
        return draft.Add(new GrantIssued(Grant(draft, undo, given.ApprovedBy, "") with { Target = target, FieldsHash = "" }));
    }

    public static string Digest(IncidentAction action) => Digest(action.Request, action.Plan!);

    /// <summary>Covers what is sent, with which arguments and to what.</summary>
    public static string Digest(PluginRequest request, ActionPlan plan) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{request.Plugin}\n{request.Arguments}\n{plan.Target.Key}\n{plan.Target.Uid}\n{plan.Payload}")));

    private static Grant Grant(Draft draft, IncidentAction action, Person? approvedBy, string digest) => new(
        $"{draft.State.Id}/g{draft.State.Grants.Count + 1}",
        action.Id,
        action.Request,
        action.Plan?.Target ?? new("", "", "", ""),
        action.Plan?.FieldsHash ?? "",
        digest,
        PolicyEngine.Version,
        Automatic: approvedBy is null,
        approvedBy,
        draft.Now + draft.Rules.GrantLifetime);
}
