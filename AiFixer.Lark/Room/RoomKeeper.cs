using System.Collections.Concurrent;
using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using Microsoft.Extensions.Logging;

namespace AiFixer.Lark.Room;

/// <summary>
/// Follows what is written to the store and keeps the chats in line with it. How far it read is in the store, and what it still
/// owes too: a start reads what is new and what is due, however many incidents there are. The first start of all begins with
/// what happens from then on. Of several processes one has the turn.
/// </summary>
internal sealed partial class RoomKeeper(
    IChangeLog log, IPostedMessages posted, RoomWriter writer, RoomPause pause, string holder, TimeProvider time, ILogger<RoomKeeper> logger)
{
    public static readonly TimeSpan TurnLasts = TimeSpan.FromMinutes(1);
    private const int AtOnce = 4;
    private const int Batch = 64;
    private const int PagesAtOnce = 20;
    private const long NotOurs = long.MinValue;
    private long _takenAt = NotOurs;

    /// <summary>One look.</summary>
    /// <returns>Whether there is more to do right now.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        if (!await HasTurnAsync(cancellationToken))
            return false;
        var isMore = await FollowAsync(cancellationToken);
        return await WorkAsync(cancellationToken) || isMore;
    }

    /// <summary>Written down now and then, long before it runs out.</summary>
    private async Task<bool> HasTurnAsync(CancellationToken cancellationToken)
    {
        // Not by the time of day: a clock that goes back must not make a turn longer than it is.
        var before = time.GetTimestamp();
        if (Volatile.Read(ref _takenAt) is var takenAt && takenAt != NotOurs && time.GetElapsedTime(takenAt, before) < TurnLasts / 3)
            return true;
        var isOurs = await posted.TakeTurnAsync(RoomKeys.Channel, holder, TurnLasts, cancellationToken);
        Volatile.Write(ref _takenAt, isOurs ? before : NotOurs);
        return isOurs;
    }

    private async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        if (await posted.PositionAsync(RoomKeys.Channel, cancellationToken) is not { } from)
        {
            await posted.WantAsync(RoomKeys.Channel, [], await log.EndAsync(cancellationToken), cancellationToken);
            return false;
        }

        for (var i = 0; i < PagesAtOnce; i++)
        {
            var page = await log.AfterAsync(from, cancellationToken);
            if (page.Changes.Count > 0)
                await posted.WantAsync(RoomKeys.Channel, [.. page.Changes.Select(change => change.Id)], page.Next, cancellationToken);
            else if (!Same(page.Next, from))
                await posted.WantAsync(RoomKeys.Channel, [], page.Next, cancellationToken);
            if (page.IsLast)
                return false;
            from = page.Next;
        }

        return true;
    }

    private async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        if (pause.IsOn)
            return false;
        var due = await posted.DueAsync(RoomKeys.Channel, Batch, cancellationToken);
        var (left, done) = (new ConcurrentQueue<MessageWork>(due), new ConcurrentBag<MessageWork>());
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(left, done, cancellationToken)));
        await posted.DoneAsync(RoomKeys.Channel, done, cancellationToken);
        return due.Count == Batch && !pause.IsOn;
    }

    private async Task WorkAsync(ConcurrentQueue<MessageWork> left, ConcurrentBag<MessageWork> done, CancellationToken cancellationToken)
    {
        while (left.TryDequeue(out var work))
        {
            if (await OneAsync(work, cancellationToken))
                done.Add(work);
        }
    }

    /// <returns>Whether its messages are as they should be.</returns>
    private async Task<bool> OneAsync(MessageWork work, CancellationToken cancellationToken)
    {
        // The rest of the batch stays due.
        if (pause.IsOn || !await HasTurnAsync(cancellationToken))
            return false;
        switch (await BringAsync(work, cancellationToken))
        {
            case RoomVerdict.Failed failed:
                pause.Heard(failed.Error, failed.Place);
                NotDelivered(work.Incident, failed.Error.Kind, failed.Error.Code, failed.Error.Message);
                await posted.LaterAsync(RoomKeys.Channel, work, RoomRetries.After(work, failed.Error), Text(failed.Error), cancellationToken);
                return false;
            case RoomVerdict.Raced:
                await posted.PutOffAsync(RoomKeys.Channel, work, RoomRetries.Raced, cancellationToken);
                return false;
            case RoomVerdict.Later later:
                await posted.PutOffAsync(RoomKeys.Channel, work, later.Wait, cancellationToken);
                return false;
            default:
                pause.Heard(null);
                return true;
        }
    }

    private async Task<RoomVerdict> BringAsync(MessageWork work, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.BringAsync(work, cancellationToken);
        }
        catch (Exception e) when (e is not JournalUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            // One incident must not stop what all others need.
            Broke(e, work.Incident);
            return new RoomVerdict.Failed(new(Client.LarkErrorKind.Refused, 0, $"It could not be told: {e.Message}"));
        }
    }

    /// <summary>Somebody else may go on at once.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _takenAt, NotOurs);
        return posted.TakeTurnAsync(RoomKeys.Channel, holder, TimeSpan.Zero, cancellationToken);
    }

    /// <summary>For the gauges.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken) =>
        LarkInstruments.Waiting(await posted.BacklogAsync(RoomKeys.Channel, cancellationToken), time.GetUtcNow());

    private static string Text(Client.LarkError error) => error.Code == 0 ? error.Message : $"{error.Message} ({error.Code})";

    private static bool Same(ChangePosition left, ChangePosition right) =>
        left.Newest == right.Newest && left.Ends.Count == right.Ends.Count && left.Ends.All(end => right.Ends.TryGetValue(end.Key, out var other) && other == end.Value);

    [LoggerMessage(LogLevel.Error, "What Lark should show of {Incident} could not be made")]
    private partial void Broke(Exception e, IncidentId incident);

    [LoggerMessage(LogLevel.Warning, "What Lark shows of {Incident} could not be brought up to date ({Kind} {Code}): {Reason}")]
    private partial void NotDelivered(IncidentId incident, Client.LarkErrorKind kind, int code, string reason);
}
