namespace AiFixer.Grains.Clients;

/// <summary>The way into the cluster.</summary>
internal interface IClusterGate
{
    /// <summary>Waits, but not for long, until there is one. Throws what a store that is away throws when there is none.</summary>
    ValueTask<IGrainFactory> EnterAsync(CancellationToken cancellationToken);
}
