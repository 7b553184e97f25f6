namespace AiFixer.Plugins.Worker.Wire;

/// <summary>What a worker says to its host.</summary>
/// <param name="Id">Which call it is about.</param>
internal sealed record Reply(long Id, Operation Operation)
{
    public Catalogue? Catalogue { get; init; }

    public PluginResult? Result { get; init; }

    public PreviewResult? Preview { get; init; }

    public ExecuteResult? Executed { get; init; }

    public Observation? Observed { get; init; }

    /// <summary>The setting that is asked for.</summary>
    public string? Key { get; init; }

    /// <summary>What a plugin threw.</summary>
    public string? Error { get; init; }
}
