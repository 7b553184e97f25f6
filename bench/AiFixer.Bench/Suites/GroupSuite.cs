using System.Diagnostics;
using System.Text.Json;
using AiFixer.Bench.Load;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;
using AiFixer.Bench.Storms;
using AiFixer.Core.Incidents;

namespace AiFixer.Bench.Suites;

/// <summary>One incident that fifty thousand others follow: how fast they come, what pages cost then, and how soon all know its end.</summary>
internal static class GroupSuite
{
    private const int Followers = 50_000;
    private const int PerRequest = 100;
    private const int AtOnce = 4;
    private const int Looks = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(Bench bench)
    {
        foreach (var name in bench.Options.WantedDatabases)
            await RunAsync(bench, name);
    }

    private static async Task RunAsync(Bench bench, string name)
    {
        using var database = await bench.EmptyAsync(name);
        await using var gateway = await GatewayProcess.StartAsync(bench.Options, database);
        using var client = new StormClient(gateway.Port);
        await client.SendAsync(StormBody.Of(0, Followers, 1, _ => false));
        var leader = await LeaderAsync(client);
        var begin = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Followers / PerRequest),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, _) => await client.SendAsync(StormBody.Of(0, i * PerRequest, PerRequest, _ => false)));
        var elapsed = Stopwatch.GetElapsedTime(begin);
        bench.Results.Add(new() { Name = "group: alerts that follow one", Database = name, Value = Followers / elapsed.TotalSeconds, Unit = "alerts/s", Goal = Goal.AtLeast(Followers / 60.0) });
        foreach (var (what, path, accept) in Paths(leader))
            await LookAsync(bench, name, client, what, path, accept);
        await EndAsync(bench, name, client, leader);
        bench.Results.Add(new() { Name = "group: resident memory", Database = name, Value = gateway.ResidentBytes >> 20, Unit = "MB" });
        await gateway.StopAsync();
        var counts = await database.CountAsync();
        if (counts.GetValueOrDefault(IncidentStatus.Ignored) != Followers + 1)
            throw new InvalidOperationException("Not all ended with their group: " + string.Join(", ", counts));
    }

    private static (string, string, string)[] Paths(string leader) =>
    [
        ("list page", "/", "text/html"),
        ("list page, waiting ones", "/?status=waiting", "text/html"),
        ("list page with followers", "/?followers=true&status=waiting", "text/html"),
        ("page of the leader", $"/incidents/{leader}", "text/html"),
        ("list page of the group", $"/?leader={leader}", "text/html"),
        ("list by API of the group", $"/api/v1/incidents?leader={leader}", "application/json"),
    ];

    private static async Task<string> LeaderAsync(StormClient client)
    {
        using var list = JsonDocument.Parse((await client.GetAsync("api/v1/incidents", "application/json")).Text);
        return list.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static async Task LookAsync(Bench bench, string name, StormClient client, string what, string path, string accept)
    {
        var ticks = new List<long>();
        for (var i = 0; i < Looks; i++)
            ticks.Add((await client.GetAsync(path, accept)).Ticks);
        bench.Results.Add(new()
        {
            Name = "group: " + what,
            Database = name,
            Value = Looks,
            Unit = "requests",
            Goal = Goal.P99AtMost(100),
            P50 = Percentiles.Of(ticks, 50),
            P99 = Percentiles.Of(ticks, 99),
        });
    }

    private static async Task EndAsync(Bench bench, string name, StormClient client, string leader)
    {
        var begin = Stopwatch.GetTimestamp();
        await client.PostAsync($"api/v1/incidents/{leader}/ignore", """{"reason":"a drill"}""");
        while (await IsWaitedForAsync(client, leader))
        {
            if (Stopwatch.GetElapsedTime(begin) > Patience)
                throw new InvalidOperationException("Those that follow were not told in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        bench.Results.Add(new() { Name = "group: all know of the end after", Database = name, Value = Stopwatch.GetElapsedTime(begin).TotalSeconds, Unit = "s" });
    }

    private static async Task<bool> IsWaitedForAsync(StormClient client, string leader)
    {
        using var list = JsonDocument.Parse((await client.GetAsync($"api/v1/incidents?leader={leader}&status=waiting&limit=1", "application/json")).Text);
        return list.RootElement.GetProperty("items").GetArrayLength() > 0;
    }
}
