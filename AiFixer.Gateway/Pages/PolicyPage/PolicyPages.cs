using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Documents;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Core.Texts;
using AiFixer.Gateway.PolicyApi;
using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.Pages.PolicyPage;

/// <summary>The pages of what AiFixer may do by itself.</summary>
internal static class PolicyPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/policy", async (HttpContext context, PolicyReader policy, PageContexts pages) =>
                PageResult.Of<PolicyPage>(await policy.ReadAsync(context.RequestAborted), pages.For(context)))
            .RequireAuthorization(Policies.Viewer);
        routes.MapGet("/approvals", async (HttpContext context, IncidentScan scan, PageContexts pages) =>
                PageResult.Of<ApprovalsPage>(await ApprovalsEndpoint.ViewAsync(scan, context.RequestAborted), pages.For(context)))
            .RequireAuthorization(Policies.Viewer);
        routes.MapGet("/shadow", async ([FromQuery] string? before, HttpContext context, IncidentScan scan, PageContexts pages, TextBook words) =>
                PageResult.Of<ShadowPage>(
                    await ShadowEndpoint.ReportAsync(scan, IncidentId.TryParse(before ?? "", out var id) ? id : null, words, context.RequestAborted), pages.For(context)))
            .RequireAuthorization(Policies.Viewer);
        Turn(routes, "stop", Policies.Operator, PolicyDocument.Stop, "policyPage.stop.done");
        Turn(routes, "resume", Policies.Admin, PolicyDocument.GoOn, "policyPage.resume.done");
        routes.MapPost("/policy/forget", ForgetAsync).RequireAuthorization(Policies.Approver).AddEndpointFilter<AntiforgeryFilter>();
    }

    private static void Turn(IEndpointRouteBuilder routes, string verb, string role, Func<DocumentAuthor, string, DocumentEdit> edit, string done) =>
        routes.MapPost($"/policy/{verb}", async (HttpContext context, IDocuments documents, Notices notices, TextBook words) =>
            {
                var reason = Reason(await context.Request.ReadFormAsync(context.RequestAborted));
                var verdict = reason.Length == 0 ? null : await documents.ApplyAsync(edit(Authors.Of(context.User), reason), context.RequestAborted);
                notices.Leave(context, Said(verdict, done, words));
                return new SeeOther("/policy");
            })
            .RequireAuthorization(role).AddEndpointFilter<AntiforgeryFilter>();

    private static async Task<IResult> ForgetAsync(HttpContext context, IDocuments documents, Notices notices, TextBook words)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var edit = PolicyDocument.Forget(form["remembered"].ToString(), Authors.Of(context.User), Reason(form));
        notices.Leave(context, Said(await documents.ApplyAsync(edit, context.RequestAborted), "policyPage.forget.done", words));
        return new SeeOther("/policy");
    }

    private static string Reason(IFormCollection form) => TextCleaner.Lines(form["reason"].ToString(), AlertLimits.Summary);

    private static Notice Said(DocumentVerdict? verdict, string done, TextBook words) => verdict switch
    {
        DocumentVerdict.Stored => new(true, words[done]),
        null => new(false, words["policyPage.sayWhy"]),
        DocumentVerdict.Refused refused => new(false, words.Say("document.refused", refused.Field, refused.Problem)),
        _ => new(false, words["policyPage.already"]),
    };
}
