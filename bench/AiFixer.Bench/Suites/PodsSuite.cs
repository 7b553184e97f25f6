using System.Diagnostics;
using System.Globalization;
using AiFixer.Bench.Load;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;
using AiFixer.Plugins.Kubernetes;
using AiFixer.TestSupport;

namespace AiFixer.Bench.Suites;

/// <summary>Listing 5,000 pods, against a bare client that reads the same bytes and looks only for the next page; and whether memory stays.</summary>
internal static class PodsSuite
{
    private const double MostTimes = 1.5;
    private const double MostGrowth = 4;
    private const int WarmUp = 20;

    public static async Task RunAsync(Bench bench)
    {
        var port = FreePort.Next();
        await using var server = await WebProcess.StartAsync(port, new(
            DotnetHost.Path, typeof(PodsSuite).Assembly.Location, PodServer.Argument, port.ToString(CultureInfo.InvariantCulture)));
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        using var clusters = new KubeClients(
            new() { Kubernetes = { ["default"] = new() { Server = http.BaseAddress.ToString() } } }, TimeProvider.System, _ => null);
        for (var i = 0; i < WarmUp; i++)
            await BothAsync(http, clusters["default"]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (bare, ours) = await MeasureAsync(http, clusters["default"], TimeSpan.FromSeconds(bench.Options.Seconds));
        var growth = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024;
        Add(bench, "5,000 pods, bare client", bare, "ms", null);
        Add(bench, "5,000 pods, listed", ours, "ms", null);
        Add(bench, "5,000 pods, listed against bare", ours / bare, "times", Goal.AtMost(MostTimes));
        Add(bench, "5,000 pods, memory more after all lists", growth, "MB", Goal.AtMost(MostGrowth));
    }

    /// <summary>In turns, so that whatever else the machine does is shared; the medians count.</summary>
    private static async Task<(double Bare, double Ours)> MeasureAsync(HttpClient http, KubeClient client, TimeSpan time)
    {
        var (bare, ours, began) = (new List<double>(), new List<double>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            var (first, second) = await BothAsync(http, client);
            bare.Add(first);
            ours.Add(second);
        }

        return (Percentiles.Median(bare), Percentiles.Median(ours));
    }

    private static async Task<(double Bare, double Ours)> BothAsync(HttpClient http, KubeClient client)
    {
        var began = Stopwatch.GetTimestamp();
        await BareAsync(http);
        var bare = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        began = Stopwatch.GetTimestamp();
        await ListAsync(client);
        return (bare, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private static async Task BareAsync(HttpClient http)
    {
        var token = "";
        do
        {
            var page = await http.GetByteArrayAsync(new Uri($"{PodServer.Path}?limit=500&continue={token}", UriKind.Relative));
            token = ListHead.Continue(page) ?? "";
        }
        while (token.Length > 0);
    }

    private static async Task ListAsync(KubeClient client)
    {
        var listed = await client.ListPodsAsync(PodServer.Path, "", PodServer.Pods, CancellationToken.None);
        if (listed.Value?.Items.Count != PodServer.Pods)
            throw new InvalidOperationException(listed.Error?.Message ?? $"{listed.Value?.Items.Count} pods");
    }

    private static void Add(Bench bench, string what, double value, string unit, Goal? goal) =>
        bench.Results.Add(new() { Name = what, Value = value, Unit = unit, Goal = goal });
}
