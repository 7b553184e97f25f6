using AiFixer.Playground.Controllers;
using AiFixer.Playground.Store;

namespace AiFixer.Playground;

/// <summary>Wakes up when one of two watches has news.</summary>
internal sealed class WaitForEither : IDisposable
{
    private readonly ControlPlane plane;
    private readonly ChangeLog log;
    private readonly Subscription[] subscriptions;

    public WaitForEither(ControlPlane plane, ChangeLog log, params Subscription[] subscriptions)
    {
        (this.plane, this.log, this.subscriptions) = (plane, log, subscriptions);
        lock (plane.Gate)
        {
            foreach (var subscription in subscriptions)
                log.Subscribe(subscription);
        }
    }

    public async Task NextAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(subscriptions.Select(subscription => subscription.Changes.WaitToReadAsync(stop.Token).AsTask()));
        cancellation.ThrowIfCancellationRequested();
        await stop.CancelAsync();
        foreach (var subscription in subscriptions)
        {
            while (subscription.Changes.TryRead(out _))
            {
            }
        }
    }

    public void Dispose()
    {
        lock (plane.Gate)
        {
            foreach (var subscription in subscriptions)
                log.Unsubscribe(subscription);
        }
    }
}
