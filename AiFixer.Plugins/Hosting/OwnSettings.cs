using AiFixer.Core.Ports;

namespace AiFixer.Plugins.Hosting;

/// <summary>The settings that belong to one plugin.</summary>
internal sealed class OwnSettings(ISettings settings, string plugin) : IPluginSettings
{
    public string? this[string key] => settings.Find($"{plugin}.{key}")?.Value;
}
