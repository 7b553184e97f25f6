namespace AiFixer.Gateway.Draining;

/// <summary>
/// The first thing a process does that is told to stop: it sends new requests elsewhere for a while, before it stops to
/// listen. Who still talks to it then has read where else to go, and no request is lost with its connection.
/// </summary>
internal sealed class Drain(TimeSpan length, IHostApplicationLifetime lifetime, TimeProvider time) : IHostedLifecycleService
{
    public bool HasBegun => lifetime.ApplicationStopping.IsCancellationRequested;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(length, time, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
