using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Custom;

/// <summary>One value that is set.</summary>
internal sealed class OneSetting(string name, string value) : IPluginSettings
{
    public string? this[string key] => key == name ? value : null;
}
