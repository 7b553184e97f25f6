using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Lives;

/// <summary>The managed heap of a process that has just started on a database, without what can be collected.</summary>
internal static class WaitingHeap
{
    public static async Task<long> MeasureAsync(BenchDatabase database)
    {
        using var host = await BenchHost.StartAsync(database);
        var bytes = GC.GetTotalMemory(forceFullCollection: true);
        await host.StopAsync();
        return bytes;
    }
}
