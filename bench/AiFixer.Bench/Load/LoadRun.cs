using System.Diagnostics;

namespace AiFixer.Bench.Load;

/// <summary>One load from its begin to its last answer.</summary>
internal sealed class LoadRun(List<Connection> connections, Func<int, ReadOnlyMemory<byte>> next, LoadTime time, Arrivals? arrivals)
{
    private const int Patience = 30_000;
    private readonly Poll _poll = new(connections.ConvertAll(connection => connection.Socket));
    private readonly LoadResult _result = new();
    private readonly Queue<int> _idle = [];
    private readonly long _begin = Stopwatch.GetTimestamp();
    private int _busy;

    private long MeasureFrom => _begin + Ticks(time.WarmUp);

    private long SendUntil => MeasureFrom + Ticks(time.Measured);

    private bool HasMore => arrivals is not null && arrivals.Due(_begin) < SendUntil;

    public LoadResult Run()
    {
        for (var client = 0; client < connections.Count; client++)
            Free(client, Stopwatch.GetTimestamp());
        while (_busy > 0 || HasMore)
            Turn();
        if (arrivals is not null)
            _result.EndedAt(time.Measured);
        return _result;
    }

    private static long Ticks(TimeSpan span) => span.Ticks * (Stopwatch.Frequency / TimeSpan.TicksPerSecond);

    private void Turn()
    {
        SendDue();
        _poll.Wait(arrivals is null || !HasMore || _idle.Count == 0 ? Patience : UntilDue());
        var progress = arrivals is not null && HasMore && _idle.Count > 0;
        for (var client = 0; client < connections.Count; client++)
        {
            if (!_poll.IsReady(client))
                continue;
            progress = true;
            if (connections[client].GoOn())
                Answered(client);
            else
                _poll.WantsRoom(client, connections[client].WantsRoom);
        }

        if (!progress)
            throw new TimeoutException("No answer for 30 seconds.");
    }

    private int UntilDue() => (int)Math.Max(0, (arrivals!.Due(_begin) - Stopwatch.GetTimestamp()) * 1000 / Stopwatch.Frequency);

    private void SendDue()
    {
        while (HasMore && _idle.Count > 0 && arrivals!.Due(_begin) is var due && due <= Stopwatch.GetTimestamp())
        {
            arrivals.Sent();
            Send(_idle.Dequeue(), due);
        }
    }

    private void Answered(int client)
    {
        var now = Stopwatch.GetTimestamp();
        var connection = connections[client];
        var counted = arrivals is null ? now : connection.StartedAt;
        _result.Add(connection.Status, now - connection.StartedAt, counted >= MeasureFrom && counted < SendUntil, connection.Answer);
        _busy--;
        Free(client, now);
    }

    private void Free(int client, long now)
    {
        if (arrivals is not null)
            _idle.Enqueue(client);
        else if (now < SendUntil)
            Send(client, now);
        else
            End(client, now);
    }

    private void Send(int client, long since)
    {
        var request = next(client);
        if (request.IsEmpty)
        {
            End(client, since);
            return;
        }

        _busy++;
        connections[client].Send(request, since);
        _poll.WantsRoom(client, connections[client].WantsRoom);
    }

    private void End(int client, long now)
    {
        _poll.Forget(client);
        _result.EndedAt(Stopwatch.GetElapsedTime(Math.Min(MeasureFrom, now), Math.Min(now, SendUntil)));
    }
}
