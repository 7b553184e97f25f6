using AiFixer.Bench.Lives;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AiFixer.Bench.Suites;

/// <summary>Very many incidents that wait for a person: what a start, a click and a list cost with them there.</summary>
internal static class WaitingSuite
{
    private const int Clicks = 1_000;
    private const int PageSize = 500;

    private static readonly (string, string)[] Settings =
    [
        ("Policy:Mode", "Auto"),
        ("Policy:Fences:AutoNamespaces:0", "elsewhere"),
        ("Workflow:ApprovalTimeout", "1d"),
    ];

    public static async Task RunAsync(Bench bench)
    {
        foreach (var name in bench.Options.WantedDatabases)
            await RunAsync(bench, name);
    }

    private static async Task RunAsync(Bench bench, string name)
    {
        using var database = await bench.EmptyAsync(name);
        var empty = await WaitingProcess.StartAsync(bench, database, full: false);
        var emptyHeap = await WaitingHeap.MeasureAsync(database);
        var ids = await FillAsync(bench, database);
        var fullHeap = await WaitingHeap.MeasureAsync(database);
        var full = await WaitingProcess.StartAsync(bench, database, full: true, ids);
        var count = bench.Options.Waiting;
        Add(bench, database, $"start with {count} waiting", full.StartTime.TotalSeconds, "s", Goal.AtMost(3));
        Add(bench, database, "start with an empty store", empty.StartTime.TotalSeconds, "s", null);
        Add(bench, database, $"resident memory of {count} waiting", Megabytes(full.Resident - empty.Resident), "MB", Goal.AtMost(60));
        Add(bench, database, $"heap of {count} waiting", Megabytes(fullHeap - emptyHeap), "MB", Goal.AtMost(60));
    }

    /// <returns>Some of those that wait.</returns>
    public static async Task<IReadOnlyList<string>> FillAsync(Bench bench, BenchDatabase database)
    {
        using var host = await BenchHost.StartAsync(database, Settings);
        await new Crowd(host).BringAsync(bench.Options.Waiting, IncidentStatus.AwaitingProposalApproval);
        var queries = host.Services.GetRequiredService<IIncidentQueries>();
        var ids = new List<string>();
        IncidentId? before = null;
        do
        {
            var page = await queries.ListAsync(new(Before: before, Limit: PageSize), CancellationToken.None);
            ids.AddRange(page.Items.Select(item => item.Id.Value));
            before = page.Next;
        }
        while (before is not null && ids.Count < Clicks);

        await host.StopAsync();
        return ids;
    }

    private static double Megabytes(long bytes) => bytes / 1048576.0;

    private static void Add(Bench bench, BenchDatabase database, string what, double value, string unit, Goal? goal) =>
        bench.Results.Add(new() { Name = what, Database = database.Name, Value = value, Unit = unit, Goal = goal });
}
