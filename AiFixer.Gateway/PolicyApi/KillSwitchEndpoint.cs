using AiFixer.Core.Alerts;
using AiFixer.Core.Documents;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.Security;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>Stopping AiFixer and letting it go on. Either twice is once.</summary>
internal static class KillSwitchEndpoint
{
    public static Task<IResult> StopAsync(HttpContext context, IDocuments documents, PolicyReader policy) =>
        TurnAsync(context, documents, policy, PolicyDocument.Stop);

    public static Task<IResult> ResumeAsync(HttpContext context, IDocuments documents, PolicyReader policy) =>
        TurnAsync(context, documents, policy, PolicyDocument.GoOn);

    private static async Task<IResult> TurnAsync(
        HttpContext context, IDocuments documents, PolicyReader policy, Func<DocumentAuthor, string, DocumentEdit> edit)
    {
        var (body, refusal) = await DecisionBodyReader.ReadAsync<StopBody>(context);
        if (refusal is not null)
            return refusal;
        var reason = TextCleaner.Lines(body!.Reason!, AlertLimits.Summary);
        var verdict = await documents.ApplyAsync(edit(Authors.Of(context.User), reason), context.RequestAborted);
        return verdict is DocumentVerdict.Refused refused
            ? Problems.Invalid(refused.Field == "note" ? "reason" : refused.Field, refused.Problem)
            : TypedResults.Ok(await policy.ReadAsync(context.RequestAborted));
    }
}
