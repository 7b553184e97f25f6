using System.Diagnostics;

namespace AiFixer.Bench.Load;

/// <summary>Many clients on one thread, each with one request under way: the fewest cycles taken from what is measured.</summary>
internal static class LoadGenerator
{
    /// <param name="next">The client's next request; empty when it has none left.</param>
    /// <param name="arrivals">When requests are due; null when each client sends its next one as soon as it has its answer.</param>
    public static LoadResult Run(int port, int clients, Func<int, ReadOnlyMemory<byte>> next, LoadTime time, Arrivals? arrivals = null)
    {
        var connections = Enumerable.Range(0, clients).Select(_ => new Connection(port)).ToList();
        try
        {
            return new LoadRun(connections, next, time, arrivals).Run();
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }
}
