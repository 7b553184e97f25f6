namespace AiFixer.Plugins;

/// <summary>
/// Says something in AiFixer's own log, with the plugin, the incident and the trace beside it. What is said is made one line,
/// cut when it is long and masked where it looks like a secret; of very many lines the last ones are left out.
/// </summary>
public interface IPluginLog
{
    /// <summary>Something that only helps to understand what the plugin did.</summary>
    void Debug(string message);

    /// <summary>Something worth knowing.</summary>
    void Information(string message);

    /// <summary>Something that somebody should look at.</summary>
    void Warning(string message);
}
