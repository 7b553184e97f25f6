using AiFixer.Core.Documents;
using AiFixer.Gateway.Security;
using AiFixer.Gateway.SettingsApi;
using AiFixer.Hosting.Playbooks;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.Playbooks;

/// <summary>Changing playbooks.</summary>
internal static class PlaybookWrites
{
    public static async Task<IResult> PutAsync(
        string id, HttpContext context, PlaybookEditor editor, PlaybookCatalog catalog, PlaybookPlugins plugins)
    {
        var (body, refusal) = await PlaybookBodyReader.ReadAsync(context);
        if (refusal is not null)
            return refusal;
        var (problems, verdict) = await editor.SetAsync(
            id, body!.Yaml!, body.Reason ?? "", Authors.Of(context.User), SettingTags.Expected(context.Request), context.RequestAborted);
        if (verdict is null)
            return PlaybookAnswers.Invalid(problems);
        if (verdict is not DocumentVerdict.Stored { Change.Document: { } stored })
            return PlaybookAnswers.Of(verdict, id);
        context.Response.Headers.ETag = SettingTags.Of(stored.Version);
        return TypedResults.Ok(PlaybookView.Of(catalog.Kept(stored), plugins));
    }

    public static async Task<IResult> DeleteAsync(string id, [FromQuery] string? reason, HttpContext context, PlaybookEditor editor)
    {
        var verdict = await editor.DeleteAsync(
            id, reason ?? "", Authors.Of(context.User), SettingTags.Expected(context.Request), context.RequestAborted);
        return verdict is DocumentVerdict.Stored ? TypedResults.NoContent() : PlaybookAnswers.Of(verdict, id);
    }

    public static async Task<IResult> ValidateAsync([FromQuery] string? id, HttpContext context, PlaybookEditor editor)
    {
        var (body, refusal) = await PlaybookBodyReader.ReadAsync(context);
        if (refusal is not null)
            return refusal;
        return editor.Problems(id ?? "new-playbook", body!.Yaml!) is { Count: > 0 } problems
            ? PlaybookAnswers.Invalid(problems)
            : TypedResults.NoContent();
    }

    public static async Task<IResult> PutClassesAsync(HttpContext context, PlaybookEditor editor)
    {
        var (body, refusal) = await PlaybookBodyReader.ReadAsync(context);
        if (refusal is not null)
            return refusal;
        var (problems, verdict) = await editor.SetClassesAsync(
            body!.Yaml!, body.Reason ?? "", Authors.Of(context.User), SettingTags.Expected(context.Request), context.RequestAborted);
        if (verdict is null)
            return PlaybookAnswers.Invalid(problems);
        if (verdict is not DocumentVerdict.Stored { Change.Document: { } stored })
            return PlaybookAnswers.Of(verdict, PlaybookDocuments.Classes);
        context.Response.Headers.ETag = SettingTags.Of(stored.Version);
        return TypedResults.Ok(ClassesView.Of(stored));
    }
}
