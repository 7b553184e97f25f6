using System.Globalization;
using System.Text.Json;
using AiFixer.Bench.Clusters;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Suites;

/// <summary>Very many incidents that wait for a person, in a cluster: they hold neither grains nor memory.</summary>
internal static class WaitingClusterSuite
{
    private const int Silos = 3;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(Bench bench, string program)
    {
        using var database = await bench.EmptyAsync("postgres");
        var empty = await LookAsync(program, database);
        await WaitingSuite.FillAsync(bench, database);
        var full = await LookAsync(program, database);
        var count = bench.Options.Waiting;
        Add(bench, $"grains of {count} waiting", full.Grains, "grains", Goal.AtMost(count / 100.0));
        Add(bench, $"memory a silo, {count} waiting", full.Megabytes, "MB", null);
        Add(bench, "memory a silo, empty store", empty.Megabytes, "MB", null);
        Add(bench, $"more a silo for {count} waiting", full.Megabytes - empty.Megabytes, "MB", Goal.AtMost(60));
    }

    /// <summary>Some time after their start, so that whatever they want to know of the store they have asked.</summary>
    private static async Task<Picture> LookAsync(string program, BenchDatabase database)
    {
        await using var cluster = await ClusterOfBench.StartAsync(program, database, Silos);
        await Task.Delay(Look, TimeProvider.System);
        var grains = await GrainsAsync(cluster.Processes[0]);
        var picture = new Picture(grains, cluster.Processes.Average(process => process.ResidentBytes) / 1048576.0);
        await cluster.StopAsync();
        return picture;
    }

    private static async Task<long> GrainsAsync(WebProcess silo)
    {
        using var http = new HttpClient();
        using var counters = JsonDocument.Parse(await http.GetStringAsync(
            new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{silo.Port}/cluster/DashboardCounters"))));
        return counters.RootElement.GetProperty("simpleGrainStats").EnumerateArray()
            .Where(grain => grain.GetProperty("grainType").GetString()!.Contains("IncidentGrain", StringComparison.Ordinal))
            .Sum(grain => grain.GetProperty("activationCount").GetInt64());
    }

    private static void Add(Bench bench, string what, double value, string unit, Goal? goal) =>
        bench.Results.Add(new() { Name = what, Database = "postgres", Value = value, Unit = unit, Goal = goal });

    private sealed record Picture(long Grains, double Megabytes);
}
