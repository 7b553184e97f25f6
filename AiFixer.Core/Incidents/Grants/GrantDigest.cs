using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>
/// What a grant was given for, in two parts: the action with everything that decides whether and how often it may be sent, and
/// its plan. An undo is planned when it is needed: its grant has no second part before it is first sent.
/// </summary>
internal static class GrantDigest
{
    /// <summary>To be raised whenever it covers something else.</summary>
    private const string Version = "2";

    public static string Of(IncidentAction action) => $"{Version}:{Own(action)}:{(action.Plan is { } plan ? Plan(plan) : "")}";

    /// <summary>Not one of a release that covered less.</summary>
    public static bool IsKnown(Grant grant) => grant.PlanDigest.StartsWith(Version + ":", StringComparison.Ordinal);

    public static bool Fits(Grant grant, IncidentAction action)
    {
        // An undo that never left is planned anew.
        if (action is { UndoOf: not null, Plan: null })
            return grant.PlanDigest.StartsWith(Of(action), StringComparison.Ordinal);
        return grant.PlanDigest == Of(action);
    }

    private static string Own(IncidentAction action) => Hash(
        action.Request.Plugin, action.Request.Arguments, action.UndoOf, action.Mode?.ToString(), action.Traits.Risk.ToString(), action.Traits.Verb,
        action.Traits.Idempotent ? "idempotent" : "", action.Traits.Guarded ? "guarded" : "",
        action.Traits.Timeout.Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>What is sent and to what, what people were shown of it, and how it is taken back.</summary>
    private static string Plan(ActionPlan plan) => Hash(
        plan.Target.Key, plan.Target.Uid, plan.Payload, plan.Call, plan.Diff, plan.BlastRadius, plan.FieldsHash,
        plan.Magnitude.ToString(CultureInfo.InvariantCulture), plan.Undo?.Plugin, plan.Undo?.Arguments);

    /// <summary>Each part with its length: no two lists have the same content.</summary>
    private static string Hash(params string?[] parts)
    {
        var content = string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }
}
