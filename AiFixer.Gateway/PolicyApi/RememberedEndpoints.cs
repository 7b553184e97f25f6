using System.Globalization;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Documents;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>What people approve for a while.</summary>
internal static class RememberedEndpoints
{
    public static async Task<IResult> ListAsync(IPolicyFacts facts, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var said = await facts.ReadAsync(cancellationToken);
        return TypedResults.Ok(new RememberedList([.. said.Remembered.Select(one => RememberedView.Of(one, now))]));
    }

    public static async Task<IResult> AddAsync(
        HttpContext context, IJournalReader journal, IDocuments documents, PolicyOptions policy, TimeProvider time)
    {
        var (body, refusal) = await DecisionBodyReader.ReadAsync<RememberBody>(context);
        if (refusal is not null)
            return refusal;
        if (body!.Scope is not (null or "target" or "namespace"))
            return Problems.Invalid("scope", "must be target or namespace");
        if (!int.TryParse(body.Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return Problems.Invalid("days", $"must be 1 to {RememberedApproval.MostDays}, as text");
        if (!IncidentId.TryParse(body.Incident!, out var id) || await journal.LoadAsync(id, context.RequestAborted) is not { } stored)
            return Problems.NotFound($"There is no incident {TextCleaner.Line(body.Incident!, AlertLimits.LabelName)}.");
        var incident = await StoredState.ReadAsync(journal, stored, context.RequestAborted);
        var reason = TextCleaner.Lines(body.Reason!, AlertLimits.Summary);
        var (approval, problem) = Remembering.Of(
            incident, body.Action!, PersonClaims.Read(context.User), body.Scope == "namespace", days, reason, policy, time.GetUtcNow());
        if (approval is null)
            return Problems.Refused(new(RefusalCode.NotNow, problem!));
        var verdict = await documents.ApplyAsync(PolicyDocument.Remember(approval, Authors.Of(context.User)), context.RequestAborted);
        return verdict switch
        {
            DocumentVerdict.Stored => TypedResults.Ok(RememberedView.Of(approval, time.GetUtcNow())),
            DocumentVerdict.Changed => Problems.Refused(new(RefusalCode.AlreadyDecided, $"It is remembered already, as {approval.Id}.")),
            DocumentVerdict.Refused refused => Problems.Invalid(refused.Field == "note" ? "reason" : refused.Field, refused.Problem),
            _ => Missing(approval.Id),
        };
    }

    public static async Task<IResult> RemoveAsync(string remembered, [FromQuery] string? reason, HttpContext context, IDocuments documents)
    {
        var edit = PolicyDocument.Forget(remembered, Authors.Of(context.User), TextCleaner.Lines(reason ?? "", AlertLimits.Summary));
        return await documents.ApplyAsync(edit, context.RequestAborted) switch
        {
            DocumentVerdict.Stored => TypedResults.NoContent(),
            DocumentVerdict.Refused { Field: not "name" } refused => Problems.Invalid(refused.Field == "note" ? "reason" : refused.Field, refused.Problem),
            _ => Missing(remembered),
        };
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Missing(string id) =>
        Problems.NotFound($"Nothing is remembered as {TextCleaner.Line(id, AlertLimits.LabelName)}.");
}
