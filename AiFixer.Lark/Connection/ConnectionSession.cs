using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Threading.Channels;
using AiFixer.Lark.Intake;
using AiFixer.Lark.Wire;

namespace AiFixer.Lark.Connection;

/// <summary>One open connection: takes what comes, answers every whole event once, and tells the platform that it is there.</summary>
internal sealed class ConnectionSession(FrameSocket socket, int service, ConnectionConfig config, LarkIntake intake, TimeProvider time)
{
    private const int MostAtOnce = 256;
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);
    private readonly Fragments fragments = new(time);
    private readonly Channel<bool> room = Channel.CreateBounded<bool>(MostAtOnce);
    private readonly ConcurrentDictionary<Task, bool> running = [];
    private long heard = time.GetTimestamp();

    public ConnectionConfig Config { get; private set; } = config;

    /// <returns>Why it ended.</returns>
    public async Task<string> RunAsync(CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var receiving = GuardedAsync(ReceiveAsync, ending.Token);
        var pinging = GuardedAsync(PingAsync, ending.Token);
        var first = await Task.WhenAny(receiving, pinging);
        if (stop.IsCancellationRequested)
            await FinishAsync();
        await ending.CancelAsync();
        await Task.WhenAll(receiving, pinging);
        return await first;
    }

    private static async Task<string> GuardedAsync(Func<CancellationToken, Task<string>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return "it was ended here";
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            return e.GetBaseException().Message;
        }
    }

    private async Task<string> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (await socket.ReceiveAsync(cancellationToken) is { } frame)
        {
            Volatile.Write(ref heard, time.GetTimestamp());
            if (frame.Method == Frame.Control)
                Adopt(frame);
            else if (frame.Method == Frame.Data && frame.Header("type") == "event")
                await TakeAsync(frame, cancellationToken);
            else
                LarkInstruments.FrameDropped("unknown");
        }

        return "the platform closed it";
    }

    /// <summary>A pong may carry how the connection is to be kept from now on.</summary>
    private void Adopt(Frame frame)
    {
        if (frame.Header("type") == "pong" && frame.Payload is { Length: > 0 } payload && LarkJson.Object(payload.Span) is { } said)
            Config = Config.With(said);
    }

    private async Task TakeAsync(Frame frame, CancellationToken cancellationToken)
    {
        if (fragments.Add(frame) is not { } whole)
            return;
        await room.Writer.WriteAsync(true, cancellationToken);
        var work = AnswerAsync(frame, whole);
        running.TryAdd(work, true);
        _ = work.ContinueWith(
            done =>
            {
                running.TryRemove(done, out _);
                room.Reader.TryRead(out _);
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task AnswerAsync(Frame frame, ReadOnlyMemory<byte> payload)
    {
        var started = time.GetTimestamp();
        await Task.Yield();
        var arrival = LarkJson.Object(payload.Span) is { } envelope
            ? EnvelopeReader.Read(envelope)
            : new Arrival.Refused(RefusalReason.Malformed, "the payload is no JSON object");
        // A click does not come twice: what was begun is finished also when the connection or this process ends.
        var response = await intake.TakeAsync(arrival, CancellationToken.None);
        await GuardedAsync(
            async never =>
            {
                await socket.SendAsync(AckFrame.Of(frame, response, time.GetElapsedTime(started)), never);
                return "";
            },
            CancellationToken.None);
    }

    private async Task<string> PingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await socket.SendAsync(Frame.Ping(service), cancellationToken);
            await Task.Delay(Config.PingInterval, time, cancellationToken);
            // A half-open connection takes what is sent and never answers.
            if (time.GetElapsedTime(Volatile.Read(ref heard)) >= 2 * Config.PingInterval)
                return "the platform does not answer any more";
        }
    }

    private async Task FinishAsync()
    {
        await Task.WhenAll(running.Keys).WaitAsync(LastWords, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await GuardedAsync(
            async late =>
            {
                await socket.CloseAsync(late);
                return "";
            },
            CancellationToken.None);
    }
}
