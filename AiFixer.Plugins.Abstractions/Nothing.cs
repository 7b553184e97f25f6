namespace AiFixer.Plugins;

/// <summary>No settings and no log: what a call has that no host made.</summary>
internal sealed class Nothing : IPluginSettings, IPluginLog
{
    public static Nothing Instance { get; } = new();

    public string? this[string key] => null;

    public void Debug(string message)
    {
        // Nobody listens.
    }

    public void Information(string message)
    {
        // Nobody listens.
    }

    public void Warning(string message)
    {
        // Nobody listens.
    }
}
