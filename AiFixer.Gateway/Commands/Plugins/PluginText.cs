using System.Text.Json;
using AiFixer.Core.Alerts;
using AiFixer.Core.Plugins;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Plugins;
using AiFixer.Gateway.Serialization;

namespace AiFixer.Gateway.Commands.Plugins;

/// <summary>Plugins for people, or for programs in the API's own form.</summary>
internal static class PluginText
{
    private const int Found = 0;
    private const int NotFound = 1;
    private const int Longest = 2000;

    private static readonly JsonSerializerOptions Json = Readable();

    public static async Task<int> ListAsync(IPluginStates states, bool json, TextWriter output)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new PluginList([.. states.All.Select(PluginSummary.Of)]), Json));
            return Found;
        }

        foreach (var plugin in states.All)
            await output.WriteLineAsync(Line(plugin));
        return Found;
    }

    public static async Task<int> ShowAsync(IPluginStates states, string name, bool json, TextWriter output, TextWriter errors)
    {
        if (states.Find(name) is not { } plugin)
        {
            await errors.WriteLineAsync($"There is no plugin '{Clean(name)}'; aifixer plugin list names all.");
            return NotFound;
        }

        await output.WriteLineAsync(json ? JsonSerializer.Serialize(PluginSummary.Of(plugin), Json) : $"{Line(plugin)}\n{Details(plugin)}");
        return Found;
    }

    private static string Line(PluginStatus plugin)
    {
        var why = plugin.State switch
        {
            PluginState.NotConfigured => $"set {string.Join(", ", plugin.Missing)}",
            PluginState.Failed or PluginState.Disabled => plugin.Reason ?? "",
            _ => plugin.Manifest?.Description ?? "",
        };
        return $"{Clean(plugin.Name),-28} {plugin.State,-14} {Clean(why)}";
    }

    private static string Details(PluginStatus plugin) => plugin.Manifest is { } manifest
        ? $"{manifest.Category}, {manifest.Verb}, risk {manifest.Risk}, {manifest.Timeout.TotalSeconds:0.#} s{(plugin.Alias is { } alias ? $", short name {alias}" : "")}\nparameters: {Clean(manifest.ParametersSchema)}"
        : "";

    private static string Clean(string text) => TextCleaner.Lines(text, Longest);

    private static JsonSerializerOptions Readable()
    {
        var options = new JsonSerializerOptions();
        GatewayJson.Apply(options);
        options.WriteIndented = true;
        return options;
    }
}
