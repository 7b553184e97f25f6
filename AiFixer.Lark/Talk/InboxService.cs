using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Room;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Lark.Talk;

/// <summary>Works on what arrived, roughly in the order in which it did. What fails is tried again, however long that takes.</summary>
internal sealed partial class InboxService(
    IInbox inbox, MessageHandling handling, InboxBell bell, string holder, TimeProvider time, ILogger<InboxService> logger) : BackgroundService
{
    /// <summary>A command may take as long as its plugin does, and alerts must not wait for it.</summary>
    private const int AtOnce = 4;
    private const int Batch = 1;
    private const int ManyAttempts = 50;
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private volatile bool _isAway;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => RunAsync(stoppingToken)));

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await TryAsync(stoppingToken))
                    await bell.WaitAsync(BetweenLooks, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop; what was begun is taken up again by whoever starts.
        }
    }

    /// <summary>One look.</summary>
    /// <returns>Whether there may be more right now.</returns>
    internal async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var taken = await inbox.TakeAsync(RoomKeys.Channel, holder, Taken, Batch, cancellationToken);
        foreach (var received in taken)
            await OneAsync(received, cancellationToken);
        return taken.Count == Batch;
    }

    private async Task<bool> TryAsync(CancellationToken stopping)
    {
        try
        {
            var isMore = await LookAsync(stopping);
            _isAway = false;
            return isMore;
        }
        catch (JournalUnavailableException e)
        {
            if (!_isAway)
                StoreAway(e.Message);
            _isAway = true;
            return false;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // Whatever it is, it must not stop the service with everything else in it.
            Stumbled(e);
            return false;
        }
    }

    private async Task OneAsync(ReceivedMessage received, CancellationToken cancellationToken)
    {
        var problem = await HandleAsync(received, cancellationToken);
        if (problem is null)
        {
            await inbox.DoneAsync(RoomKeys.Channel, received.Id, cancellationToken);
            return;
        }

        // What was acknowledged is never given up: it goes on, and is said now and then.
        if ((received.Attempts + 1) % ManyAttempts == 0)
            StillWaits(received.Id, received.Attempts + 1, problem);

        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(received.Attempts, 10)));
        await inbox.LaterAsync(RoomKeys.Channel, received.Id, wait < LongestWait ? wait : LongestWait, cancellationToken);
    }

    private async Task<string?> HandleAsync(ReceivedMessage received, CancellationToken cancellationToken)
    {
        try
        {
            return await handling.HandleAsync(received, cancellationToken);
        }
        catch (Exception e) when (e is not JournalUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            // One message must not stop what all others need.
            Broke(e, received.Id);
            return e.Message;
        }
    }

    [LoggerMessage(LogLevel.Warning, "What is written in Lark waits while the store is away: {Reason}")]
    private partial void StoreAway(string reason);

    [LoggerMessage(LogLevel.Error, "The message {Message} could not be worked on")]
    private partial void Broke(Exception e, string message);

    [LoggerMessage(LogLevel.Error, "The message {Message} still waits after {Attempts} attempts: {Reason}")]
    private partial void StillWaits(string message, int attempts, string reason);

    [LoggerMessage(LogLevel.Error, "What is written in Lark could not be looked at; it is tried again")]
    private partial void Stumbled(Exception e);
}
