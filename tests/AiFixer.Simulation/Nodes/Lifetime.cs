using Microsoft.Extensions.Hosting;

namespace AiFixer.Simulation.Nodes;

/// <summary>Hears that the process is to stop, from inside or outside.</summary>
internal sealed class Lifetime : IHostApplicationLifetime
{
    private readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when it is to stop.</summary>
    public Task Told => told.Task;

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => new(told.Task.IsCompleted);

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => told.TrySetResult();
}
