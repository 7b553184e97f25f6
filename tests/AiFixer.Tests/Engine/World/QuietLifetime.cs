using Microsoft.Extensions.Hosting;

namespace AiFixer.Tests.Engine.World;

/// <summary>Hears that the application is told to stop.</summary>
internal sealed class QuietLifetime : IHostApplicationLifetime
{
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Stopped => stopped.Task;

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => stopped.TrySetResult();
}
