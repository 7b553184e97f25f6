using System.Diagnostics;

namespace AiFixer.Bench.Load;

/// <summary>Many clients on one thread, each with one request under way: the fewest cycles taken from what is measured.</summary>
internal static class LoadGenerator
{
    private const int Patience = 30_000;

    /// <param name="next">The client's next request; empty when it has none left.</param>
    public static LoadResult Run(int port, int clients, Func<int, ReadOnlyMemory<byte>> next, LoadTime time)
    {
        var connections = Enumerable.Range(0, clients).Select(_ => new Connection(port)).ToList();
        try
        {
            return new LoadRun(connections, next, time).Run();
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    private sealed class LoadRun(List<Connection> connections, Func<int, ReadOnlyMemory<byte>> next, LoadTime time)
    {
        private readonly Poll _poll = new(connections.ConvertAll(connection => connection.Socket));
        private readonly LoadResult _result = new();
        private readonly long _begin = Stopwatch.GetTimestamp();
        private int _busy;

        private long MeasureFrom => _begin + time.WarmUp.Ticks * (Stopwatch.Frequency / TimeSpan.TicksPerSecond);

        private long SendUntil => MeasureFrom + time.Measured.Ticks * (Stopwatch.Frequency / TimeSpan.TicksPerSecond);

        public LoadResult Run()
        {
            for (var client = 0; client < connections.Count; client++)
            {
                _busy++;
                Send(client, Stopwatch.GetTimestamp());
            }

            while (_busy > 0)
                Turn();
            return _result;
        }

        private void Turn()
        {
            _poll.Wait(Patience);
            var progress = false;
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

        private void Answered(int client)
        {
            var now = Stopwatch.GetTimestamp();
            var connection = connections[client];
            _result.Add(connection.Status, now - connection.StartedAt, now >= MeasureFrom && now < SendUntil, connection.Answer);
            Send(client, now);
        }

        private void Send(int client, long now)
        {
            var request = now < SendUntil ? next(client) : default;
            if (request.IsEmpty)
            {
                _busy--;
                _poll.Forget(client);
                _result.EndedAt(Stopwatch.GetElapsedTime(Math.Min(MeasureFrom, now), Math.Min(now, SendUntil)));
                return;
            }

            connections[client].Send(request, now);
            _poll.WantsRoom(client, connections[client].WantsRoom);
        }
    }
}
