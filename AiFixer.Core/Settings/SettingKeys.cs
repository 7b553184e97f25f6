namespace AiFixer.Core.Settings;

/// <summary>Keys that mean something to AiFixer itself.</summary>
public static class SettingKeys
{
    /// <summary>What begins with it is about plugins and belongs to none of them.</summary>
    public const string Plugins = "plugins.";

    private const string Enabled = ".enabled";

    /// <summary>The key that says whether a plugin may be called: <c>plugins.NAME.enabled</c>.</summary>
    public static string EnabledOf(string plugin) => $"{Plugins}{plugin}{Enabled}";

    /// <summary>Whether a key is one of <see cref="EnabledOf"/>.</summary>
    public static bool IsEnabled(string key) =>
        key.StartsWith(Plugins, StringComparison.Ordinal) && key.EndsWith(Enabled, StringComparison.Ordinal)
        && key.Length > Plugins.Length + Enabled.Length;
}
