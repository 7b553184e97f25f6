using AiFixer.Bench.Load;
using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Growth;

/// <summary>A gateway on a database of one size.</summary>
internal sealed class GrowthGateway(long size, WebProcess gateway, long firstNumber, Queue<byte[]> newest, Queue<byte[]> anywhere) : IAsyncDisposable
{
    private const int Clients = 16;
    private readonly List<AlertRequest> _alerts = [.. Enumerable.Range(0, Clients).Select(_ => new AlertRequest(1))];
    private long _number = firstNumber;

    public long Size => size;

    public static async Task<GrowthGateway> StartAsync(BenchOptions options, GrowthStore store, long firstNumber, int clicks)
    {
        var newest = await GrowthFill.NewestAsync(store.Database, clicks);
        var anywhere = (await GrowthFill.AnywhereAsync(store.Database, 2 * clicks)).Except(newest).Take(clicks);
        var gateway = await GatewayProcess.StartAsync(options, store.Database, ("Engine__HoldFollowUp", "true"));
        return new(store.Size, gateway, firstNumber, new(newest.Select(GrowthRequests.Click)), new(anywhere.Select(GrowthRequests.Click)));
    }

    public LoadResult Accept(LoadTime time) =>
        Checked(LoadGenerator.Run(gateway.Port, Clients, client => _alerts[client].With(() => ++_number), time));

    public LoadResult Ask(byte[] request, LoadTime time) => Checked(LoadGenerator.Run(gateway.Port, 1, _ => request, time));

    public LoadResult ClickNewest(int count) => Click(newest, count);

    public LoadResult ClickAnywhere(int count) => Click(anywhere, count);

    public async ValueTask DisposeAsync()
    {
        await gateway.StopAsync();
        await gateway.DisposeAsync();
    }

    private LoadResult Click(Queue<byte[]> requests, int count)
    {
        var left = count;
        return Checked(LoadGenerator.Run(gateway.Port, 1, _ => left-- > 0 && requests.TryDequeue(out var next) ? next : default, LoadTime.UntilDone));
    }

    private static LoadResult Checked(LoadResult result) => result.Failures == 0
        ? result
        : throw new InvalidOperationException($"{result.FailureText}\n{result.FirstFailure}");
}
