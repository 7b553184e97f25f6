using System.Diagnostics;
using System.Globalization;
using AiFixer.Bench.Load;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;
using AiFixer.Bench.Storms;
using AiFixer.TestSupport;

namespace AiFixer.Bench.Suites;

/// <summary>
/// Fifty thousand alerts of two hundred groups within a minute, one of a hundred critical, while causes are looked for in a
/// cluster that is slow, somebody looks at the pages, and another team has an alert now and then.
/// </summary>
internal static class StormSuite
{
    private const int Alerts = 50_000;
    private const int Groups = 200;
    private const int PerRequest = 10;
    private const int CriticalEvery = 100;
    private const int QuietEvery = 500;
    private const double MostGrowth = 1.2;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(Bench bench)
    {
        foreach (var name in bench.Options.WantedDatabases)
            await RunAsync(bench, name);
    }

    private static async Task RunAsync(Bench bench, string name)
    {
        using var database = await bench.EmptyAsync(name);
        var cluster = FreePort.Next();
        await using var slow = await SlowCluster.StartAsync(cluster);
        await using var gateway = await GatewayProcess.StartAsync(
            bench.Options, database, ("Plugins__Kubernetes__default__Server", $"http://127.0.0.1:{cluster}"));
        using var client = new StormClient(gateway.Port);
        await client.SendAsync(StormBody.Of(Groups + 1, Alerts + 1, 1, _ => false));
        using var over = new CancellationTokenSource();
        var readers = new StormReaders(client);
        var looking = readers.RunAsync(over.Token);
        var watching = WatchAsync(bench, gateway, over.Token);
        var elapsed = await SendAsync(client);
        await Task.Delay(Afterwards, TimeProvider.System);
        await over.CancelAsync();
        await looking;
        var memory = await watching;
        await gateway.StopAsync();
        Report(bench, name, elapsed, client.Again, readers, memory, await Investigated.ReadAsync(database));
    }

    /// <summary>At an even pace, whether the answers come or not.</summary>
    private static async Task<TimeSpan> SendAsync(StormClient client)
    {
        const int Requests = Alerts / PerRequest;
        var begin = Stopwatch.GetTimestamp();
        var sending = new List<Task>(Requests);
        for (var i = 0; i < Requests; i++)
        {
            var ahead = (Length * ((double)i / Requests)) - Stopwatch.GetElapsedTime(begin);
            if (ahead > TimeSpan.Zero)
                await Task.Delay(ahead, TimeProvider.System);
            if (i % QuietEvery == QuietEvery / 2)
                sending.Add(client.SendAsync(StormBody.Quiet(i)));
            sending.Add(client.SendAsync(StormBody.Of(i % Groups, i * PerRequest, PerRequest, number => number % CriticalEvery == CriticalEvery / 2)));
        }

        await Task.WhenAll(sending);
        return Stopwatch.GetElapsedTime(begin);
    }

    private static async Task<IReadOnlyList<long>> WatchAsync(Bench bench, WebProcess gateway, CancellationToken stopping)
    {
        var resident = new List<long>();
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, CancellationToken.None);
            resident.Add(gateway.ResidentBytes);
        }

        bench.Results.Say("resident MB every 5 s: " + string.Join(' ', resident.Select(bytes => (bytes >> 20).ToString(CultureInfo.InvariantCulture))));
        return resident;
    }

    private static void Report(
        Bench bench, string name, TimeSpan elapsed, int again, StormReaders readers, IReadOnlyList<long> memory, Investigated seen)
    {
        const int Quiet = Alerts / PerRequest / QuietEvery;
        bench.Results.Say($"{again} requests were answered 503 and sent again");
        void Add(string what, double value, string unit, Goal? goal = null, double? p50 = null, double? p99 = null) => bench.Results.Add(
            new() { Name = "storm: " + what, Database = name, Value = value, Unit = unit, Goal = goal, P50 = p50, P99 = p99 });
        Add("alerts stored", seen.Stored - 1, "alerts", Goal.AtLeast(Alerts + Quiet));
        Add("time for them", elapsed.TotalSeconds, "s", Goal.AtMost(Length.TotalSeconds * 1.1));
        Add("investigations", seen.Looks.Count - 1, "incidents", Goal.AtMost(Groups + (Alerts / CriticalEvery) + Quiet));
        Add("not looked at yet at the end", seen.Looks.Count(look => look.Wait is null), "incidents");
        Add("critical overtaken by others", seen.Overtaken, "incidents", Goal.AtMost(0));
        AddWaits("critical looked at after", seen.Waits(look => look.IsCritical));
        AddWaits("another team's looked at after", seen.Waits(look => look.IsQuiet));
        AddWaits("all others looked at after", seen.Waits(look => !look.IsCritical && !look.IsQuiet));
        void AddWaits(string what, IReadOnlyList<double> waits) =>
            Add(what, Investigated.Percentile(waits, 50) / 1000, "s", null, Investigated.Percentile(waits, 50), Investigated.Percentile(waits, 99));
        Add("resident memory, most", memory.Max() >> 20, "MB");
        // What it takes to get going is there after a third.
        Add("resident memory, at the end to a third", (double)memory[^1] / memory[memory.Count / 3], "times", Goal.AtMost(MostGrowth));
        foreach (var (what, ticks) in new[] { ("list", readers.Lists), ("incident page", readers.Pages) })
            Add(what, ticks.Count, "requests", Goal.P99AtMost(100), Percentiles.Of(ticks, 50), Percentiles.Of(ticks, 99));
    }
}
