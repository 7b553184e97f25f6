using System.Diagnostics;
using System.Globalization;
using AiFixer.Bench.Lives;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;
using AiFixer.Core.Incidents;
using AiFixer.TestSupport;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Bench.Suites;

/// <summary>
/// What it costs to tell a collector everything: whole lives with it and without, by turns in one run, so that whatever else the
/// machine does meets both alike. The collector is a process of its own on the same machine: its work is counted too.
/// </summary>
internal static class TelemetrySuite
{
    private const int Pairs = 5;
    private const int WarmUp = 1_000;
    private const int PerSecond = 400;

    public static async Task RunAsync(Bench bench)
    {
        var port = FreePort.Next();
        await using var collector = await WebProcess.StartAsync(port, new(
            DotnetHost.Path, typeof(TelemetrySuite).Assembly.Location, CeilingServer.Argument, port.ToString(CultureInfo.InvariantCulture)));
        (string, string)[] on = [.. LivesSuite.Settings, ("Telemetry:Endpoint", $"http://127.0.0.1:{port}")];
        foreach (var database in bench.Options.WantedDatabases)
            Tell(bench, database, await PairsAsync(bench, database, on));
    }

    private static async Task<List<(double Off, double On)>> PairsAsync(Bench bench, string database, (string, string)[] on)
    {
        var pairs = new List<(double Off, double On)>();
        for (var i = 0; i < Pairs; i++)
        {
            // Whoever goes second finds a warmer machine: they take turns in that as well.
            var first = await LivesAsync(bench, database, i % 2 == 0 ? LivesSuite.Settings : on);
            var second = await LivesAsync(bench, database, i % 2 == 0 ? on : LivesSuite.Settings);
            pairs.Add(i % 2 == 0 ? (first, second) : (second, first));
        }

        return pairs;
    }

    private static void Tell(Bench bench, string database, List<(double Off, double On)> pairs)
    {
        bench.Results.Add(new() { Name = "whole lives, nothing told", Database = database, Value = Median(pairs.Select(pair => pair.Off)), Unit = "lives/s", Runs = Pairs });
        bench.Results.Add(new() { Name = "whole lives, all told", Database = database, Value = Median(pairs.Select(pair => pair.On)), Unit = "lives/s", Runs = Pairs });
        var costs = pairs.ConvertAll(pair => 100 * (1 - (pair.On / pair.Off)));
        bench.Results.Add(new()
        {
            Name = "cost of telemetry",
            Database = database,
            Value = Median(costs),
            Least = costs.Min(),
            Most = costs.Max(),
            Unit = "%",
            Runs = Pairs,
            Goal = Goal.AtMost(5),
        });
    }

    private static async Task<double> LivesAsync(Bench bench, string name, (string, string)[] settings)
    {
        using var database = await bench.EmptyAsync(name);
        using var host = await BenchHost.StartAsync(database, settings);
        var crowd = new Crowd(host);
        await crowd.BringAsync(WarmUp, IncidentStatus.Resolved);
        var count = PerSecond * bench.Options.Seconds;
        var begin = Stopwatch.GetTimestamp();
        await crowd.BringAsync(count, IncidentStatus.Resolved);
        var elapsed = Stopwatch.GetElapsedTime(begin);
        await host.StopAsync();
        return count / elapsed.TotalSeconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Pairs / 2);
}
