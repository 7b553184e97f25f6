using AiFixer.Core.Alerts;
using AiFixer.Core.Documents;
using AiFixer.Core.Ports;
using AiFixer.Core.Settings;
using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.Security;
using AiFixer.Hosting.Dynamic;

namespace AiFixer.Gateway.Plugins;

/// <summary>Says whether a plugin may be called. What is asked for twice is kept twice, each time with its reason.</summary>
internal sealed class PluginSwitch(IPluginStates plugins, SettingsEditor editor)
{
    public async Task<IResult> TurnAsync<T>(string name, HttpContext context, string value, Func<T, string?> reason)
        where T : class, IDecisionBody, new()
    {
        var (body, refusal) = await DecisionBodyReader.ReadAsync<T>(context);
        if (refusal is not null)
            return refusal;
        if (plugins.Find(name) is not { } plugin)
            return PluginEndpoints.Missing(name);
        var why = TextCleaner.Lines(reason(body!) ?? "", AlertLimits.Summary);
        var verdict = await editor.SetAsync(
            SettingKeys.EnabledOf(plugin.Name), value, why, Authors.Of(context.User), expected: null, context.RequestAborted);
        return verdict is DocumentVerdict.Refused refused
            ? Problems.Invalid(refused.Field == "note" ? "reason" : refused.Field, refused.Problem)
            : TypedResults.Ok(PluginSummary.Of(plugins.Find(plugin.Name) ?? plugin));
    }
}
