using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Room;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Lark.Talk;

/// <summary>Works on what arrived, roughly in the order in which it did. What fails is tried again, however long that takes.</summary>
internal sealed partial class InboxService(
    IInbox inbox, InboxWork work, InboxBell bell, string holder, TimeProvider time, ILogger<InboxService> logger) : BackgroundService
{
    /// <summary>A command may take as long as its plugin does, and alerts must not wait for it.</summary>
    private const int AtOnce = 4;
    private const int ManyAttempts = 50;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private readonly StoreLoop _loop = new("What is written in Lark", bell.Bell, BetweenLooks, time, logger);
    private int _taken;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => _loop.RunAsync(LookAsync, stoppingToken)));

    /// <summary>One look.</summary>
    /// <returns>Whether there may be more right now.</returns>
    internal async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        // A name of its own for each taking: what was lost once is not ours again because another of us took it.
        var name = $"{holder}/{Interlocked.Increment(ref _taken)}";
        var taken = await inbox.TakeAsync(RoomKeys.Channel, name, Holding.Length, 1, cancellationToken);
        foreach (var received in taken)
            await OneAsync(received, cancellationToken);
        return taken.Count == 1;
    }

    private async Task OneAsync(ReceivedMessage received, CancellationToken cancellationToken)
    {
        var (isLost, problem) = await new Holding(inbox, received, time).DoAsync(held => HandleAsync(received, held), cancellationToken);
        if (isLost)
        {
            Lost(received.Id);
            return;
        }

        if (problem is null)
        {
            await inbox.DoneAsync(RoomKeys.Channel, received, cancellationToken);
            return;
        }

        // What was acknowledged is never given up: it goes on, and is said now and then.
        if ((received.Attempts + 1) % ManyAttempts == 0)
            StillWaits(received.Id, received.Attempts + 1, problem);

        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(received.Attempts, 10)));
        await inbox.LaterAsync(RoomKeys.Channel, received, wait < LongestWait ? wait : LongestWait, cancellationToken);
    }

    private async Task<string?> HandleAsync(ReceivedMessage received, CancellationToken cancellationToken)
    {
        try
        {
            return await work.HandleAsync(received, cancellationToken);
        }
        catch (Exception e) when (e is not JournalUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            // One message must not stop what all others need.
            Broke(e, received.Id);
            return e.Message;
        }
    }

    [LoggerMessage(LogLevel.Error, "The message {Message} could not be worked on")]
    private partial void Broke(Exception e, string message);

    [LoggerMessage(LogLevel.Warning, "The message {Message} was taken over by another process: this one had stood still for too long")]
    private partial void Lost(string message);

    [LoggerMessage(LogLevel.Error, "The message {Message} still waits after {Attempts} attempts: {Reason}")]
    private partial void StillWaits(string message, int attempts, string reason);
}
