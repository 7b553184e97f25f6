using System.Globalization;
using AiFixer.Bench.Load;
using AiFixer.Bench.Plots;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Suites;

/// <summary>
/// Alerts that arrive by the clock at parts of what the service can take, and how long each took from when it was due. How
/// much it can take is found first, with clients that wait for their answers.
/// </summary>
internal static class OpenLoopSuite
{
    private const int Clients = 64;
    private const int Connections = 256;
    private static readonly double[] Parts = [0.25, 0.5, 0.75, 0.9];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(Bench bench)
    {
        foreach (var name in bench.Options.WantedDatabases)
        {
            var points = new List<(double Rate, LoadResult Result)>();
            var most = (await LoadAsync(bench, name, Clients, null)).PerSecond;
            foreach (var part in Parts)
            {
                var result = await LoadAsync(bench, name, Connections, new(most * part));
                points.Add((result.PerSecond, result));
                Add(bench, string.Create(CultureInfo.InvariantCulture, $"open loop at {part:P0} of {most:F0}/s"), name, result);
            }

            bench.Results.Draw(Picture(name, points));
        }
    }

    private static async Task<LoadResult> LoadAsync(Bench bench, string name, int clients, Arrivals? arrivals)
    {
        using var database = await bench.EmptyAsync(name);
        await using var gateway = await GatewayProcess.StartAsync(bench.Options, database, ("Engine__HoldFollowUp", "true"));
        var requests = Enumerable.Range(0, clients).Select(_ => new AlertRequest(1)).ToList();
        var number = 0L;
        var time = new LoadTime(WarmUp, TimeSpan.FromSeconds(bench.Options.Seconds));
        var result = LoadGenerator.Run(gateway.Port, clients, client => requests[client].With(() => ++number), time, arrivals);
        await gateway.StopAsync();
        return result;
    }

    private static void Add(Bench bench, string what, string database, LoadResult result) => bench.Results.Add(new()
    {
        Name = what,
        Database = database,
        Clients = Connections,
        AlertsPerRequest = 1,
        Value = result.PerSecond,
        Unit = "alerts/s",
        P50 = result.Milliseconds(50),
        P99 = result.Milliseconds(99),
        P999 = result.Milliseconds(99.9),
        Seconds = result.Elapsed.TotalSeconds,
    });

    private static Plot Picture(string database, List<(double Rate, LoadResult Result)> points) => new(
        $"Time from when an alert was due to its answer, {database}", "alerts a second, arriving by the clock", "milliseconds", LogarithmicX: false, Limit: null,
        [.. new[] { 50, 99, 99.9 }.Select(percentile => new PlotLine(
            string.Create(CultureInfo.InvariantCulture, $"p{percentile}"),
            [.. points.Select(point => (point.Rate, point.Result.Milliseconds(percentile)))]))]);
}
