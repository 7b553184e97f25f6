using System.Globalization;
using AiFixer.Bench.Servers;
using AiFixer.TestSupport;

namespace AiFixer.Bench.Suites;

/// <summary>How much the load generator can ask for when nothing is stored.</summary>
internal static class CeilingSuite
{
    public static async Task RunAsync(Bench bench)
    {
        var port = FreePort.Next();
        await using var server = await WebProcess.StartAsync(port, new(
            DotnetHost.Path,
            typeof(CeilingSuite).Assembly.Location,
            CeilingServer.Argument,
            port.ToString(CultureInfo.InvariantCulture)));
        foreach (var load in AlertLoad.Wanted(bench.Options))
            bench.Results.Add((load with { Goal = null }).Sample("ceiling of the generator", null, load.Run(server.Port, bench.Options.Seconds)));
    }
}
