using System.Text;
using AiFixer.Bench.Archiving;
using AiFixer.Bench.Growth;
using AiFixer.Bench.Lives;
using AiFixer.Bench.Load;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;
using AiFixer.Core.Incidents;

namespace AiFixer.Bench.Suites;

/// <summary>Alerts and clicks that arrive by the clock, first undisturbed and then while what closed long ago is archived.</summary>
internal static class ArchiveSuite
{
    private const int PerSecond = 500;
    private const int AlertsPerSecond = 500;
    private const int ClicksPerSecond = 20;
    private const int Connections = 64;
    private const long FirstWaiting = 1_000_000;
    private static readonly TimeSpan Ago = TimeSpan.FromDays(100);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(Bench bench)
    {
        foreach (var name in bench.Options.WantedDatabases)
            await RunAsync(bench, name);
    }

    private static async Task RunAsync(Bench bench, string name)
    {
        using var database = await bench.EmptyAsync(name);
        var clicks = ClicksPerSecond * (bench.Options.Seconds + (int)WarmUp.TotalSeconds);
        await FillAsync(database, PerSecond * bench.Options.Seconds, 2 * clicks);
        var waiting = await WaitingIds.ReadAsync(database, 2 * clicks);
        await LoadAsync(bench, database, "undisturbed", "0", [.. waiting.Take(clicks)]);
        await LoadAsync(bench, database, "while archiving", "90", [.. waiting.Skip(clicks)]);
        if (name == "postgres")
            Tell(bench, await KeptBytes.ReadAsync(database));
    }

    private static async Task FillAsync(BenchDatabase database, int closed, int waiting)
    {
        using (var past = await BenchHost.StartAsync(database, new PastTime(Ago), GrowthFill.Resolves))
        {
            await new Crowd(past).BringAsync(closed, IncidentStatus.Resolved);
            await past.StopAsync();
        }

        using var host = await BenchHost.StartAsync(database, GrowthFill.Waits);
        await new Crowd(host, FirstWaiting).BringAsync(waiting, IncidentStatus.AwaitingProposalApproval);
        await host.StopAsync();
    }

    private static async Task LoadAsync(Bench bench, BenchDatabase database, string when, string days, IReadOnlyList<string> ids)
    {
        await using var gateway = await GatewayProcess.StartAsync(
            bench.Options, database, ("Engine__HoldFollowUp", "true"), ("Retention__ArchiveAfterDays", days), ("Retention__Every", "1s"));
        var time = new LoadTime(WarmUp, TimeSpan.FromSeconds(bench.Options.Seconds));
        var requests = Enumerable.Range(0, Connections).Select(_ => new AlertRequest(1, when.Replace(' ', '-'))).ToList();
        var (number, click) = (0L, 0);
        var alerts = Task.Run(() => LoadGenerator.Run(gateway.Port, Connections, client => requests[client].With(() => ++number), time, new(AlertsPerSecond)));
        var clicks = Task.Run(() => LoadGenerator.Run(gateway.Port, 4, _ => Click(ids[click++ % ids.Count]), time, new(ClicksPerSecond)));
        Add(bench, database, $"alerts, {when}", await alerts);
        Add(bench, database, $"clicks, {when}", await clicks);
        await gateway.StopAsync();
    }

    private static byte[] Click(string id)
    {
        const string Body = """{"card":"proposal/1"}""";
        return Encoding.ASCII.GetBytes(
            $"POST /api/v1/incidents/{id}/approve HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
    }

    private static void Add(Bench bench, BenchDatabase database, string what, LoadResult result)
    {
        if (result.Failures > 0)
            bench.Results.Say($"{result.FailureText}\n{result.FirstFailure}");
        bench.Results.Add(new()
        {
            Name = what,
            Database = database.Name,
            Value = result.PerSecond,
            Unit = "requests/s",
            P50 = result.Milliseconds(50),
            P99 = result.Milliseconds(99),
            P999 = result.Milliseconds(99.9),
            Seconds = result.Elapsed.TotalSeconds,
        });
    }

    private static void Tell(Bench bench, KeptBytes kept)
    {
        Add(bench, "incidents archived meanwhile", kept.Archived, "incidents");
        Add(bench, "digests kept of an archived incident", (double)kept.Digests / kept.Archived, "bytes");
        Add(bench, "index kept of an archived incident", (double)kept.Index / kept.Archived, "bytes");
    }

    private static void Add(Bench bench, string what, double value, string unit) =>
        bench.Results.Add(new() { Name = what, Database = "postgres", Value = value, Unit = unit });
}
