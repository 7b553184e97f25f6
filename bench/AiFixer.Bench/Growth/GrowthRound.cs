using AiFixer.Bench.Load;
using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Growth;

/// <summary>
/// A gateway on each size, all asked for everything in turns of a moment: whatever else the machine does in a slice of time,
/// it does to every size. Clicks come minutes apart when people click, so a few of them are all that finds the database
/// as a checkpoint left it: a burst would measure how soon the smallest store has no page left to log as a whole.
/// </summary>
internal sealed class GrowthRound(IReadOnlyList<GrowthGateway> gateways, Func<Task> checkpoint)
{
    public const int Clicks = ClicksAtOnce * Slices;
    private const int ClicksAtOnce = 5;
    private const int Slices = 12;
    private static readonly LoadTime Warming = new(TimeSpan.Zero, TimeSpan.FromSeconds(3));
    private static readonly LoadTime Accepting = new(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.5));
    private static readonly LoadTime Reading = new(TimeSpan.FromSeconds(0.05), TimeSpan.FromSeconds(0.2));
    private readonly List<GrowthSample> _found = [];

    public static async Task<IReadOnlyList<GrowthSample>> RunAsync(Suites.Bench bench, BenchPostgres postgres, IReadOnlyList<GrowthStore> stores, int round)
    {
        const long NumbersOfRound = 100_000_000;
        var gateways = new List<GrowthGateway>();
        try
        {
            foreach (var store in stores)
                gateways.Add(await GrowthGateway.StartAsync(bench.Options, store, NumbersOfRound * (round + 1), Clicks));
            return await new GrowthRound(gateways, () => postgres.SettleAsync(dropDatabases: false)).RunAsync();
        }
        finally
        {
            foreach (var gateway in gateways)
                await gateway.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<GrowthSample>> RunAsync()
    {
        // A process that has begun to write counts statuses once more, beside the requests.
        foreach (var gateway in gateways)
            _ = (gateway.Accept(Warming), gateway.Ask(GrowthRequests.Lists[0].Request, Warming));
        await checkpoint();
        Turns("accept", gateway => gateway.Accept(Accepting));
        foreach (var (name, request) in GrowthRequests.Lists)
            Turns(name, gateway => gateway.Ask(request, Reading));
        for (var slice = 0; slice < Slices; slice++)
        {
            await checkpoint();
            Turn("click", slice, gateway => gateway.ClickNewest(ClicksAtOnce));
            await checkpoint();
            Turn("click, anywhere", slice, gateway => gateway.ClickAnywhere(ClicksAtOnce));
        }

        return _found;
    }

    private void Turns(string name, Func<GrowthGateway, LoadResult> ask)
    {
        for (var slice = 0; slice < Slices; slice++)
            Turn(name, slice, ask);
    }

    /// <summary>Everybody once, each time another first.</summary>
    private void Turn(string name, int slice, Func<GrowthGateway, LoadResult> ask)
    {
        for (var i = 0; i < gateways.Count; i++)
        {
            var gateway = gateways[(slice + i) % gateways.Count];
            var result = ask(gateway);
            _found.Add(new(name, gateway.Size, slice, result.Milliseconds(50), result.Milliseconds(99), result.PerSecond));
        }
    }
}
