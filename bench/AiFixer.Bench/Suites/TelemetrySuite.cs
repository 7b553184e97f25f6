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
            await PairsAsync(bench, database, on);
    }

    private static async Task PairsAsync(Bench bench, string database, (string, string)[] on)
    {
        for (var i = 0; i < Pairs; i++)
        {
            // Whoever goes second finds a warmer machine: they take turns in that as well.
            var first = await LivesAsync(bench, database, i % 2 == 0 ? LivesSuite.Settings : on);
            var second = await LivesAsync(bench, database, i % 2 == 0 ? on : LivesSuite.Settings);
            Tell(bench, database, i % 2 == 0 ? first : second, i % 2 == 0 ? second : first);
        }
    }

    private static void Tell(Bench bench, string database, double off, double on)
    {
        bench.Results.Add(new() { Name = "whole lives, nothing told", Database = database, Value = off, Unit = "lives/s" });
        bench.Results.Add(new() { Name = "whole lives, all told", Database = database, Value = on, Unit = "lives/s" });
        bench.Results.Add(new() { Name = "cost of telemetry", Database = database, Value = 100 * (1 - (on / off)), Unit = "%", Goal = Goal.AtMost(5) });
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
}
