using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Live;

/// <summary>Turns the host's changes into a stream for one reader, with a heartbeat when it is quiet.</summary>
internal sealed class ChangeFeed(
    IIncidentHost host, IJournalReader journal, GatewayOptions options, StreamSlots slots, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const string Changed = "incident";
    private const string Alive = "heartbeat";

    /// <param name="only">The incident that is watched; null for all.</param>
    public async IAsyncEnumerable<SseItem<ChangeNotice?>> ReadAsync(
        IncidentId? only, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        using var beat = new PeriodicTimer(options.Limits.Heartbeat, time);
        var changes = host.ChangesAsync(only, stop.Token).GetAsyncEnumerator(stop.Token);
        var change = changes.MoveNextAsync().AsTask();
        var tick = beat.WaitForNextTickAsync(stop.Token).AsTask();
        try
        {
            yield return new(await NowAsync(only, stop.Token), only is null ? Alive : Changed);
            while (await WentWellAsync(await Task.WhenAny(change, tick)))
            {
                if (tick.IsCompleted)
                {
                    tick = beat.WaitForNextTickAsync(stop.Token).AsTask();
                    yield return new(null, Alive);
                }
                else
                {
                    var seen = changes.Current;
                    change = changes.MoveNextAsync().AsTask();
                    yield return new(new(seen.Id.Value, seen.Version, seen.Status), Changed);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await WentWellAsync(change);
            await WentWellAsync(tick);
            await changes.DisposeAsync();
            slots.Release();
        }
    }

    /// <summary>The version right now, so that no change between a page and its stream is missed.</summary>
    private async Task<ChangeNotice?> NowAsync(IncidentId? only, CancellationToken cancellationToken) =>
        only is { } id && await journal.LoadAsync(id, cancellationToken) is { } stored
            ? new(id.Value, stored.Version, stored.Row.Status)
            : null;

    /// <summary>False when the stream is over; a reader that went away or a service that stops is no failure.</summary>
    private static async Task<bool> WentWellAsync(Task<bool> step)
    {
        try
        {
            return await step;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
