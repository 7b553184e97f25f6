using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Push;

/// <summary>Tells the app what happens; an event that it does not take is sent again, a click is not.</summary>
internal sealed class EventPush(PracticeLarkOptions options) : IAsyncDisposable
{
    /// <summary>How long after the attempt before.</summary>
    public static readonly IReadOnlyList<TimeSpan> Schedule =
        [TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    private readonly ConcurrentQueue<RoomDelivery> log = [];
    private readonly ConcurrentDictionary<string, JsonObject> sent = [];
    private readonly ConcurrentDictionary<Task, bool> running = [];
    private readonly CancellationTokenSource stopping = new();

    public IPushWay? Way { get; set; }

    /// <summary>Every attempt so far.</summary>
    public IReadOnlyList<RoomDelivery> Log => [.. log];

    public void Post(JsonObject envelope)
    {
        sent[Id(envelope)] = envelope;
        Run(DeliverAsync(envelope));
    }

    /// <summary>A click: once, and its answer.</summary>
    public async Task<PushAnswer> AskAsync(JsonObject envelope, CancellationToken cancellationToken)
    {
        sent[Id(envelope)] = envelope;
        return await SendAsync(envelope, 1, cancellationToken);
    }

    /// <summary>The same again, as if the answer had been lost; null when there is no such event.</summary>
    public async Task<PushAnswer?> AgainAsync(string eventId, CancellationToken cancellationToken) =>
        sent.TryGetValue(eventId, out var envelope)
            ? await SendAsync(envelope, 1 + log.Count(one => one.EventId == eventId), cancellationToken)
            : null;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Keys);
        (Way as IDisposable)?.Dispose();
        stopping.Dispose();
    }

    private async Task DeliverAsync(JsonObject envelope)
    {
        // Whoever writes does not wait for it.
        await Task.Yield();
        try
        {
            for (var attempt = 1; (await SendAsync(envelope, attempt, stopping.Token)).Problem != 0 && attempt <= Schedule.Count; attempt++)
                await Task.Delay(Schedule[attempt - 1], options.Time, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The platform stops.
        }
    }

    private async Task<PushAnswer> SendAsync(JsonObject envelope, int attempt, CancellationToken cancellationToken)
    {
        var answer = Way is { } way ? await way.SendAsync(envelope, cancellationToken) : new PushAnswer(PushAnswer.NoAddress);
        log.Enqueue(new(Id(envelope), (string?)envelope["header"]!["event_type"] ?? "", attempt, options.Time.GetUtcNow(), answer.Problem));
        return answer;
    }

    private void Run(Task work)
    {
        running.TryAdd(work, true);
        _ = work.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private static string Id(JsonObject envelope) => (string)envelope["header"]!["event_id"]!;
}
