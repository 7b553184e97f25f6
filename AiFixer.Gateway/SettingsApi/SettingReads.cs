using AiFixer.Core.Alerts;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Incidents;
using AiFixer.Hosting.Dynamic;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.SettingsApi;

/// <summary>Reading settings: from the store, so that whoever changes one sees what is there.</summary>
internal static class SettingReads
{
    public static async Task<IResult> ListAsync(
        [FromQuery] string? prefix,
        [FromQuery] string? after,
        [FromQuery] string? limit,
        IDocuments documents,
        CancellationToken cancellationToken)
    {
        if (!PageQuery.TryLimit(limit, out var most))
            return Problems.Invalid("limit", "must be a number from 1 to 200");
        var list = await documents.ListAsync(SettingDocuments.Kind, cancellationToken);
        var found = list.Items
            .Where(one => one.Name.StartsWith(prefix ?? "", StringComparison.Ordinal) && string.CompareOrdinal(one.Name, after ?? "") > 0)
            .Take(most + 1)
            .Select(SettingView.Of)
            .ToList();
        return TypedResults.Ok(new SettingList([.. found.Take(most)], found.Count > most ? found[most - 1].Key : null));
    }

    public static async Task<IResult> GetAsync(string key, HttpContext context, IDocuments documents, CancellationToken cancellationToken)
    {
        if (await documents.GetAsync(SettingDocuments.Kind, key, cancellationToken) is not { } setting)
            return Missing(key);
        var tag = SettingTags.Of(setting.Version);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return EntityTag.Names(context.Request.GetTypedHeaders().IfNoneMatch, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(SettingView.Of(setting));
    }

    public static async Task<IResult> HistoryAsync(
        string key,
        [FromQuery] string? before,
        [FromQuery] string? limit,
        IDocuments documents,
        CancellationToken cancellationToken)
    {
        if (!PageQuery.TryLimit(limit, out var most))
            return Problems.Invalid("limit", "must be a number from 1 to 200");
        if (!PageQuery.TryVersion(before, out var version))
            return Problems.Invalid("before", "must be a version");
        var changes = await documents.HistoryAsync(SettingDocuments.Kind, key, version, most, cancellationToken);
        if (changes.Count == 0 && version is null)
            return Missing(key);
        // The first version of a setting is 1: nothing is older.
        var next = changes is [.., { Version: > 1 } last] ? last.Version : (long?)null;
        return TypedResults.Ok(new SettingHistory([.. changes.Select(SettingChange.Of)], next));
    }

    public static ProblemHttpResult Missing(string key) =>
        Problems.NotFound($"There is no setting {TextCleaner.Line(key, AlertLimits.LabelName)}.");
}
