namespace AiFixer.Plugins.Connections;

/// <summary>The connections of every family, one family after the other.</summary>
internal sealed class AllConnections(params IReadOnlyList<IConnectionStatuses> families) : IConnectionStatuses
{
    public IReadOnlyList<ConnectionStatus> All => [.. families.SelectMany(f => f.All)];
}
