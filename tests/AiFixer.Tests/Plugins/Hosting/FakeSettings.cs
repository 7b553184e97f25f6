using AiFixer.Core.Ports;
using AiFixer.Core.Settings;

namespace AiFixer.Tests.Plugins.Hosting;

/// <summary>Settings that a test changes.</summary>
internal sealed class FakeSettings : ISettings
{
    private readonly Dictionary<string, Setting> settings = new(StringComparer.Ordinal);

    public bool IsKnown { get; set; } = true;

    public string this[string key]
    {
        set => settings[key] = new(key, value, 1, new("key:alice", "alice"), new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero), "it hurt the disks");
    }

    public Setting? Find(string key) => settings.GetValueOrDefault(key);

    public void Disable(string plugin) => this[SettingKeys.EnabledOf(plugin)] = "false";

    public void Enable(string plugin) => this[SettingKeys.EnabledOf(plugin)] = "true";
}
