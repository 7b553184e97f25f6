using AiFixer.Core.Playbooks;
using AiFixer.Core.Plugins;
using AiFixer.Core.Ports;
using AiFixer.Core.Schemas;
using AiFixer.Plugins;

namespace AiFixer.Hosting.Playbooks;

/// <summary>Whether the plugin of a playbook is there and takes its arguments.</summary>
public sealed class PlaybookPlugins(IPluginStates plugins)
{
    public IEnumerable<PlaybookProblem> Problems(Playbook playbook, string text)
    {
        if (playbook.Action.Request is not { } request)
            yield break;
        if (plugins.Find(request.Plugin) is not { } plugin)
            yield return new(PluginField(playbook), Line(playbook, text), $"names a plugin that there is not: {request.Plugin}");
        else if (plugin.Manifest is { Category: not PluginCategory.Remediation })
            yield return new(PluginField(playbook), Line(playbook, text), $"names a plugin that only reads: {request.Plugin}");
        else if (plugin.Manifest is { } manifest && IsSet(plugin))
        {
            foreach (var error in ArgumentSchema.Parse(manifest.ParametersSchema).Bind(request.Arguments).Errors)
                yield return new($"{ArgumentsField(playbook)}{error.Path.TrimStart('$')}", Line(playbook, text), $"does not fit {request.Plugin}: {error.Message}");
        }
    }

    /// <summary>What will keep it from acting as things are; null when nothing will.</summary>
    public string? Warning(Playbook playbook) => playbook.Action.Request is { } request && plugins.Find(request.Plugin) is { State: not PluginState.Ready } plugin
        ? $"{request.Plugin} cannot be called now: {(plugin.State == PluginState.NotConfigured ? $"set {string.Join(", ", plugin.Missing)}" : plugin.Reason)}"
        : null;

    /// <summary>Of one without configuration it is not known yet which connections there will be.</summary>
    private static bool IsSet(PluginStatus plugin) => plugin.State is not (PluginState.NotConfigured or PluginState.Failed);

    private static string PluginField(Playbook playbook) =>
        playbook.Action.Type == PlaybookActionType.Plugin ? "action.params.plugin" : "action.type";

    private static string ArgumentsField(Playbook playbook) =>
        playbook.Action.Type == PlaybookActionType.Plugin ? "action.params.arguments" : "action.params";

    private static int Line(Playbook playbook, string text) => playbook.Action.Type == PlaybookActionType.Plugin
        ? PlaybookText.LineOf(text, "action", "params", "plugin")
        : PlaybookText.LineOf(text, "action", "params");
}
