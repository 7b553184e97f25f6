namespace AiFixer.Plugins.Connections;

/// <summary>The state of every connection, for health pages.</summary>
public interface IConnectionStatuses
{
    /// <summary>All of them, in configuration order.</summary>
    IReadOnlyList<ConnectionStatus> All { get; }
}
