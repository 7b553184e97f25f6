using System.Diagnostics;
using AiFixer.Bench.Clusters;
using AiFixer.Bench.Reporting;
using AiFixer.Core.Incidents;

namespace AiFixer.Bench.Suites;

/// <summary>Whole lives again, as processes: the local host, then one, two and three silos on the same PostgreSQL.</summary>
internal static class ClusterSuite
{
    /// <summary>Of each process: until then a good part of its time goes into compiling.</summary>
    private const int WarmUp = 4_000;
    private const int PerSecond = 300;
    private const double MostOverhead = 2;

    private static readonly (string, string)[] Settings =
    [
        ("Policy:Mode", "Auto"),
        ("Policy:Fences:AutoNamespaces:0", "shop"),
        ("Policy:Fences:AutomaticFixesPerHour", "1000000"),
        ("Workflow:StabilisationWindow", "0s"),
    ];

    public static async Task RunAsync(Bench bench)
    {
        if (bench.Options.Silo is not { } program || !bench.Options.WantedDatabases.Contains("postgres"))
        {
            bench.Results.Say("The cluster is not measured: there is no silo, or no PostgreSQL is wanted.");
            return;
        }

        var local = await RunAsync(bench, program, silos: 0);
        var one = await RunAsync(bench, program, silos: 1);
        var two = await RunAsync(bench, program, silos: 2);
        var three = await RunAsync(bench, program, silos: 3);
        Add(bench, "one silo's CPU against local", one.CpuOfALife / local.CpuOfALife, "times", Goal.AtMost(MostOverhead));
        Add(bench, "two silos' CPU against local", two.CpuOfALife / local.CpuOfALife, "times", null);
        Add(bench, "three silos' CPU against local", three.CpuOfALife / local.CpuOfALife, "times", null);
        Add(bench, "local rate against one silo's", local.PerSecond / one.PerSecond, "times", Goal.AtMost(MostOverhead));
        await WaitingClusterSuite.RunAsync(bench, program);
    }

    private static async Task<Lives> RunAsync(Bench bench, string program, int silos)
    {
        using var database = await bench.EmptyAsync("postgres");
        await using var cluster = await ClusterOfBench.StartAsync(program, database, silos, Settings);
        using var crowd = new RemoteCrowd(cluster, database);
        await crowd.BringAsync(WarmUp * cluster.Processes.Count, IncidentStatus.Resolved);
        var count = PerSecond * bench.Options.Seconds;
        var (begin, cpu) = (Stopwatch.GetTimestamp(), cluster.Cpu);
        await crowd.BringAsync(count, IncidentStatus.Resolved);
        var lives = new Lives(count / Stopwatch.GetElapsedTime(begin).TotalSeconds, (cluster.Cpu - cpu).TotalMicroseconds / count);
        await cluster.StopAsync();
        var name = silos switch { 0 => "local host", 1 => "one silo", _ => $"{silos} silos" };
        Add(bench, $"lives of {name}", lives.PerSecond, "lives/s", null);
        Add(bench, $"CPU of a life, {name}", lives.CpuOfALife, "us", null);
        return lives;
    }

    private static void Add(Bench bench, string what, double value, string unit, Goal? goal) =>
        bench.Results.Add(new() { Name = what, Database = "postgres", Value = value, Unit = unit, Goal = goal });

    private sealed record Lives(double PerSecond, double CpuOfALife);
}
