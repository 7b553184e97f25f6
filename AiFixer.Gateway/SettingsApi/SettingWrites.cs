using AiFixer.Core.Alerts;
using AiFixer.Core.Documents;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.Security;
using AiFixer.Hosting.Dynamic;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.SettingsApi;

/// <summary>Changing settings.</summary>
internal static class SettingWrites
{
    public static async Task<IResult> PutAsync(string key, HttpContext context, SettingsEditor editor)
    {
        var (body, refusal) = await DecisionBodyReader.ReadAsync<SettingBody>(context);
        if (refusal is not null)
            return refusal;
        var verdict = await editor.SetAsync(
            key, body!.Value!, Reason(body.Reason), Authors.Of(context.User), SettingTags.Expected(context.Request), context.RequestAborted);
        return Answer(verdict, key, context.Response);
    }

    public static async Task<IResult> DeleteAsync(string key, [FromQuery] string? reason, HttpContext context, SettingsEditor editor)
    {
        var verdict = await editor.DeleteAsync(
            key, Reason(reason), Authors.Of(context.User), SettingTags.Expected(context.Request), context.RequestAborted);
        return Answer(verdict, key, context.Response);
    }

    private static string Reason(string? reason) => TextCleaner.Lines(reason ?? "", AlertLimits.Summary);

    private static IResult Answer(DocumentVerdict verdict, string key, HttpResponse response)
    {
        switch (verdict)
        {
            case DocumentVerdict.Stored { Change.Document: { } setting }:
                response.Headers.ETag = SettingTags.Of(setting.Version);
                return TypedResults.Ok(SettingView.Of(setting));
            case DocumentVerdict.Stored:
                return TypedResults.NoContent();
            case DocumentVerdict.Changed changed:
                return Problems.SettingChanged(changed.Version);
            case DocumentVerdict.Refused refused:
                return Problems.Invalid(Field(refused.Field), refused.Problem);
            default:
                return SettingReads.Missing(key);
        }
    }

    /// <summary>What callers call the parts of a document.</summary>
    private static string Field(string field) => field switch
    {
        "name" => "key",
        "body" => "value",
        "note" => "reason",
        _ => field,
    };
}
