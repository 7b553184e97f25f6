using AiFixer.Engine.Nodes;

namespace AiFixer.Silo;

/// <summary>Runs this process's node.</summary>
internal sealed class NodeService(EngineNode node) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => node.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => node.StopAsync(cancellationToken);
}
