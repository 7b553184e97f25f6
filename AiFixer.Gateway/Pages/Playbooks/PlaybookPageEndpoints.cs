using System.Globalization;
using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Reading;
using AiFixer.Core.Ports;
using AiFixer.Core.Texts;
using AiFixer.Gateway.Security;
using AiFixer.Hosting.Playbooks;

namespace AiFixer.Gateway.Pages.Playbooks;

internal static class PlaybookPageEndpoints
{
    private const int LongestId = 64;
    private const int Changes = 20;

    private const string Template = """
        name: 
        class: UNKNOWN
        patterns:
          - words that tell it
        minimum_severity: P2
        action:
          type: ALERT_ONLY
          params:
            message: 
        cooldown_minutes: 30
        max_retries: 3

        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/playbooks", ListAsync).RequireAuthorization(Policies.Viewer);
        routes.MapGet("/playbooks/{id}", ShowAsync).RequireAuthorization(Policies.Viewer);
        routes.MapPost("/playbooks", OpenAsync).RequireAuthorization(Policies.Admin).AddEndpointFilter<AntiforgeryFilter>();
        routes.MapPost("/playbooks/{id}/save", SaveAsync).RequireAuthorization(Policies.Admin).AddEndpointFilter<AntiforgeryFilter>();
        routes.MapPost("/playbooks/{id}/check", CheckAsync).RequireAuthorization(Policies.Admin).AddEndpointFilter<AntiforgeryFilter>();
        routes.MapPost("/playbooks/{id}/delete", DeleteAsync).RequireAuthorization(Policies.Admin).AddEndpointFilter<AntiforgeryFilter>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, IDocuments documents, IPlaybookRecords records, PlaybookCatalog catalog, PageContexts pages)
    {
        var list = await documents.ListAsync(PlaybookDocuments.Kind, context.RequestAborted);
        var model = new PlaybookListModel(KeptPlaybook.All(list.Items), await records.ReadAsync(context.RequestAborted), catalog.Snapshot.ClassProblems);
        return PageResult.Of<PlaybookListPage>(model, pages.For(context));
    }

    private static async Task<IResult> ShowAsync(
        string id, HttpContext context, IDocuments documents, IPlaybookRecords records, PlaybookCatalog catalog, PlaybookPlugins plugins, PageContexts pages)
    {
        if (PlaybookReader.IdProblem(id) is not null)
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        var model = await ModelAsync(id, null, [], null, documents, records, catalog, plugins, context.RequestAborted);
        var page = pages.For(context);
        return model.Kept is null && model.History.Count == 0 && !page.May(Core.Incidents.PersonRole.Admin)
            ? TypedResults.StatusCode(StatusCodes.Status404NotFound)
            : PageResult.Of<PlaybookPage>(model, page);
    }

    /// <summary>Leads to the page of one that is to be made.</summary>
    private static async Task<IResult> OpenAsync(HttpContext context, Notices notices, TextBook words)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var id = form["id"].ToString().Trim();
        if (PlaybookReader.IdProblem(id) is not { } problem)
            return new SeeOther($"/playbooks/{id}");
        notices.Leave(context, new(false, words.Say("pb.id", problem)));
        return new SeeOther("/playbooks");
    }

    private static async Task<IResult> CheckAsync(
        string id, HttpContext context, IDocuments documents, IPlaybookRecords records, PlaybookCatalog catalog, PlaybookEditor editor, PlaybookPlugins plugins, PageContexts pages, TextBook words)
    {
        var (text, _, version) = await FormAsync(context);
        var problems = editor.Problems(id, text);
        var model = await ModelAsync(id, text, problems, problems.Count == 0 ? new(true, words["pb.fine"]) : null, documents, records, catalog, plugins, context.RequestAborted);
        return PageResult.Of<PlaybookPage>(model with { Version = version }, pages.For(context), Status(problems));
    }

    private static async Task<IResult> SaveAsync(
        string id, HttpContext context, IDocuments documents, IPlaybookRecords records, PlaybookCatalog catalog, PlaybookEditor editor, PlaybookPlugins plugins, PageContexts pages, Notices notices, TextBook words)
    {
        var (text, reason, version) = await FormAsync(context);
        var (problems, verdict) = await editor.SetAsync(id, text, reason, Authors.Of(context.User), [version], context.RequestAborted);
        if (verdict is DocumentVerdict.Stored stored)
        {
            notices.Leave(context, new(true, words.Say("pb.saved", stored.Change.Version)));
            return new SeeOther($"/playbooks/{id}");
        }

        var message = verdict is null ? null : new Notice(false, Why(verdict, words));
        var model = await ModelAsync(id, text, problems, message, documents, records, catalog, plugins, context.RequestAborted);
        return PageResult.Of<PlaybookPage>(model with { Version = version }, pages.For(context), verdict is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext context, PlaybookEditor editor, Notices notices, TextBook words)
    {
        var (_, reason, version) = await FormAsync(context);
        var verdict = await editor.DeleteAsync(id, reason, Authors.Of(context.User), [version], context.RequestAborted);
        notices.Leave(context, verdict is DocumentVerdict.Stored ? new(true, words.Say("pb.deleted.done", id)) : new(false, Why(verdict, words)));
        return new SeeOther(verdict is DocumentVerdict.Stored ? "/playbooks" : $"/playbooks/{id}");
    }

    private static async Task<(string Text, string Reason, long Version)> FormAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        _ = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        return (form["text"].ToString().ReplaceLineEndings("\n"), form["reason"].ToString(), version);
    }

    private static async Task<PlaybookPageModel> ModelAsync(
        string id, string? text, IReadOnlyList<PlaybookProblem> problems, Notice? message, IDocuments documents, IPlaybookRecords records, PlaybookCatalog catalog, PlaybookPlugins plugins, CancellationToken cancellationToken)
    {
        id = id.Length > LongestId ? id[..LongestId] : id;
        var document = await documents.GetAsync(PlaybookDocuments.Kind, id, cancellationToken);
        var kept = document is null ? null : catalog.Kept(document);
        return new(
            id,
            kept,
            text ?? document?.Body ?? Template,
            text is null && kept is not null ? kept.Problems : problems,
            kept?.Playbook is { } playbook ? plugins.Warning(playbook) : null,
            await documents.HistoryAsync(PlaybookDocuments.Kind, id, before: null, Changes, cancellationToken),
            await records.FindAsync(id, cancellationToken) ?? PlaybookRecord.None,
            message,
            document?.Version ?? DocumentEdit.Absent);
    }

    private static int Status(IReadOnlyList<PlaybookProblem> problems) =>
        problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    private static string Why(DocumentVerdict verdict, TextBook words) => verdict switch
    {
        DocumentVerdict.Changed => words["pb.conflict"],
        DocumentVerdict.Refused refused => words.Say("document.refused", refused.Field, refused.Problem),
        _ => words["pb.gone"],
    };
}
