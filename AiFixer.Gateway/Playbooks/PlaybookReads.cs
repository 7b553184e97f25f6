using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.SettingsApi;
using AiFixer.Hosting.Playbooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.Playbooks;

/// <summary>Reading playbooks: from the store, so that whoever changes one sees what is there.</summary>
internal static class PlaybookReads
{
    public static async Task<IResult> ListAsync(IDocuments documents, IPlaybookRecords records, PlaybookPlugins plugins, CancellationToken cancellationToken)
    {
        var list = await documents.ListAsync(PlaybookDocuments.Kind, cancellationToken);
        return TypedResults.Ok(PlaybookList.Of(KeptPlaybook.All(list.Items), plugins, await records.ReadAsync(cancellationToken)));
    }

    public static async Task<IResult> GetAsync(string id, HttpContext context, IDocuments documents, PlaybookCatalog catalog, PlaybookPlugins plugins)
    {
        if (await documents.GetAsync(PlaybookDocuments.Kind, id, context.RequestAborted) is not { } document)
            return PlaybookAnswers.Missing(id);
        return (IResult?)Tagged(context, document.Version) ?? TypedResults.Ok(PlaybookView.Of(catalog.Kept(document), plugins));
    }

    /// <summary>Of a playbook that was taken away too: what it did stays.</summary>
    public static async Task<IResult> RecordAsync(string id, IDocuments documents, IPlaybookRecords records, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(id, cancellationToken) is { } record)
            return TypedResults.Ok(record);
        return await documents.GetAsync(PlaybookDocuments.Kind, id, cancellationToken) is null
            ? PlaybookAnswers.Missing(id)
            : TypedResults.Ok(PlaybookRecord.None);
    }

    public static async Task<IResult> HistoryAsync(
        string id, [FromQuery] string? before, [FromQuery] string? limit, IDocuments documents, CancellationToken cancellationToken)
    {
        if (!PageQuery.TryLimit(limit, out var most))
            return Problems.Invalid("limit", "must be a number from 1 to 200");
        if (!PageQuery.TryVersion(before, out var version))
            return Problems.Invalid("before", "must be a version");
        var changes = await documents.HistoryAsync(PlaybookDocuments.Kind, id, version, most, cancellationToken);
        if (changes.Count == 0 && version is null)
            return PlaybookAnswers.Missing(id);
        // The first version is 1: nothing is older.
        var next = changes is [.., { Version: > 1 } last] ? last.Version : (long?)null;
        return TypedResults.Ok(new PlaybookHistory([.. changes.Select(PlaybookChange.Of)], next));
    }

    public static async Task<IResult> ClassesAsync(HttpContext context, IDocuments documents)
    {
        if (await documents.GetAsync(PlaybookDocuments.ClassesKind, PlaybookDocuments.Classes, context.RequestAborted) is not { } document)
            return Problems.NotFound("There are no rules of classes.");
        return (IResult?)Tagged(context, document.Version) ?? TypedResults.Ok(ClassesView.Of(document));
    }

    /// <returns>304 when the caller has this version already.</returns>
    private static StatusCodeHttpResult? Tagged(HttpContext context, long version)
    {
        var tag = SettingTags.Of(version);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return EntityTag.Names(context.Request.GetTypedHeaders().IfNoneMatch, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : null;
    }
}
