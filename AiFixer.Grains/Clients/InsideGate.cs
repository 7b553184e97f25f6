namespace AiFixer.Grains.Clients;

/// <summary>A silo is in already.</summary>
internal sealed class InsideGate(IGrainFactory grains) : IClusterGate
{
    public ValueTask<IGrainFactory> EnterAsync(CancellationToken cancellationToken) => new(grains);
}
