namespace AiFixer.Plugins;

/// <summary>
/// What people set for one plugin while AiFixer runs. Reading costs nothing and shows the value of this moment, so read at
/// every call what may change, and keep no copy.
/// </summary>
public interface IPluginSettings
{
    /// <summary>
    /// A value by its name, such as <c>timeout</c>; null when it is not set. A plugin sees its own settings only: of the plugin
    /// <c>custom.queue</c> the name <c>timeout</c> is the setting <c>custom.queue.timeout</c>. Secrets come this way too, but
    /// only from the environment: <c>api_key</c> of that plugin is <c>Settings__custom__queue__api_key</c>.
    /// </summary>
    string? this[string key] { get; }
}
