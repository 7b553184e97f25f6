using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Gives the planned actions of the current proposal their grants and starts the first.</summary>
internal static class Granting
{
    /// <param name="approvers">Everybody who approved; empty when nobody had to.</param>
    public static Draft Start(Draft draft, ImmutableList<Person> approvers)
    {
        var planned = draft.State.PlannedNow().ToList();
        foreach (var action in planned)
            Issue(draft, Grant(draft, action, approvers, Digest(action)));
        return draft.Add(new ExecutionStarted(draft.Task(TaskKind.RunAction, subject: planned[0].Id)));
    }

    /// <summary>Whoever allowed an action allowed taking it back; the proposal said how.</summary>
    public static Draft ForUndo(Draft draft, IncidentAction undo)
    {
        var original = draft.State.Action(undo.UndoOf!);
        var given = draft.State.GrantFor(original.Id)!;
        var approvers = given.Approvers ?? (given.ApprovedBy is { } one ? [one] : []);
        return Issue(draft, Grant(draft, undo, approvers, "") with { Target = original.Plan!.Target, FieldsHash = "" });
    }

    public static string Digest(IncidentAction action) => Digest(action.Request, action.Plan!);

    /// <summary>Covers what is sent, with which arguments and to what, what people were shown of it, and how it is taken back.</summary>
    public static string Digest(PluginRequest request, ActionPlan plan)
    {
        string?[] parts =
        [
            request.Plugin, request.Arguments, plan.Target.Key, plan.Target.Uid, plan.Payload, plan.Call, plan.Diff, plan.BlastRadius,
            plan.FieldsHash, plan.Magnitude.ToString(CultureInfo.InvariantCulture), plan.Undo?.Plugin, plan.Undo?.Arguments,
        ];
        var content = string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    private static Draft Issue(Draft draft, Grant grant) =>
        draft.Add(new GrantIssued(GrantSeal.Sign(grant, draft.State.Id, draft.Rules.GrantKeys)));

    private static Grant Grant(Draft draft, IncidentAction action, ImmutableList<Person> approvers, string digest) => new(
        $"{draft.State.Id}/g{draft.State.Grants.Count + 1}",
        action.Id,
        action.Request,
        action.Plan?.Target ?? new("", "", "", ""),
        action.Plan?.FieldsHash ?? "",
        digest,
        PolicyVersion.Of(draft.Rules.Policy),
        Automatic: approvers.IsEmpty,
        approvers.LastOrDefault(),
        draft.Now + draft.Rules.GrantLifetime)
    {
        Approvers = approvers.IsEmpty ? null : approvers,
    };
}
