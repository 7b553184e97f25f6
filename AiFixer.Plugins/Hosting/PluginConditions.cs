using System.Globalization;
using AiFixer.Core.Plugins;
using AiFixer.Core.Ports;
using AiFixer.Core.Settings;

namespace AiFixer.Plugins.Hosting;

/// <summary>Says whether a plugin can be called, and if not, why.</summary>
internal sealed class PluginConditions(ISettings settings)
{
    /// <summary>False until it is known what was disabled: until then nothing new may be called.</summary>
    public bool IsKnown => settings.IsKnown;

    /// <summary>Who disabled a plugin; null when nobody did. A value that makes no sense disables it too.</summary>
    public Setting? DisabledBy(string plugin) =>
        settings.Find(SettingKeys.EnabledOf(plugin)) is { Value: not "true" } disabled ? disabled : null;

    /// <summary>Its state, whether it is disabled or not being left aside.</summary>
    public static (PluginState State, IReadOnlyList<string> Missing, string? Reason) Configured(PluginSlot slot)
    {
        var name = slot.Manifest.Name;
        try
        {
            var missing = slot.Plugin.MissingConfiguration;
            return missing.Count == 0
                ? (PluginState.Ready, [], null)
                : (PluginState.NotConfigured, missing, $"{name} is not configured: {string.Join(", ", missing)}");
        }
        catch (Exception e)
        {
            return (PluginState.Failed, [], OutsideText.Line($"{name} cannot say whether it is configured: {e.GetType().Name}: {e.Message}", 1000));
        }
    }

    public bool IsReady(PluginSlot slot) => DisabledBy(slot.Manifest.Name) is null && Configured(slot).State is PluginState.Ready;

    public PluginStatus Of(PluginSlot slot, string source, string? alias)
    {
        var (state, missing, reason) = Configured(slot);
        var status = new PluginStatus(slot.Manifest.Name, source, state) { Manifest = slot.Manifest, Alias = alias, Missing = missing, Reason = reason };
        return DisabledBy(slot.Manifest.Name) is { } disabled
            ? status with { State = PluginState.Disabled, DisabledBy = disabled, Reason = Sentence(slot.Manifest.Name, disabled) }
            : status;
    }

    public static string Sentence(string plugin, Setting disabled)
    {
        var when = disabled.At.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        var why = disabled.Reason.Length == 0 ? "no reason was given" : OutsideText.Line(disabled.Reason, 500);
        return $"{plugin} was disabled by {OutsideText.Line(disabled.By.Name, 100)} on {when}: {why}";
    }
}
