using System.Diagnostics;
using AiFixer.Bench.Lives;
using AiFixer.Bench.Reporting;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AiFixer.Bench.Suites;

/// <summary>Whole lives: alert, diagnosis, automatic fix that does nothing, verification, resolved.</summary>
internal static class LivesSuite
{
    private const int WarmUp = 4_000;
    private const int PerSecond = 400;

    public static readonly (string, string)[] Settings =
    [
        ("Policy:Mode", "Auto"),
        ("Policy:Fences:AutoNamespaces:0", "shop"),
        ("Policy:Fences:AutomaticFixesPerHour", "1000000"),
        ("Workflow:StabilisationWindow", "0s"),
    ];

    public static async Task RunAsync(Bench bench)
    {
        foreach (var name in bench.Options.WantedDatabases)
            await RunAsync(bench, name);
    }

    private static async Task RunAsync(Bench bench, string name)
    {
        using var database = await bench.EmptyAsync(name);
        using var host = await BenchHost.StartAsync(database, Settings);
        var crowd = new Crowd(host);
        await crowd.BringAsync(WarmUp, IncidentStatus.Resolved);
        var count = PerSecond * bench.Options.Seconds;
        var begin = Stopwatch.GetTimestamp();
        await crowd.BringAsync(count, IncidentStatus.Resolved);
        var elapsed = Stopwatch.GetElapsedTime(begin);
        bench.Results.Add(new()
        {
            Name = "whole lives",
            Database = name,
            Value = count / elapsed.TotalSeconds,
            Unit = "lives/s",
            Seconds = elapsed.TotalSeconds,
            Goal = Goal.AtLeast(300),
        });
        bench.Results.Add(new() { Name = "entries of a life", Database = name, Value = await EntriesAsync(host.Services), Unit = "entries" });
        await host.StopAsync();
    }

    private static async Task<long> EntriesAsync(IServiceProvider services)
    {
        var filter = new IncidentFilter(Statuses: [IncidentStatus.Resolved], Limit: 1);
        var page = await services.GetRequiredService<IIncidentQueries>().ListAsync(filter, CancellationToken.None);
        return page.Items[0].Version;
    }
}
