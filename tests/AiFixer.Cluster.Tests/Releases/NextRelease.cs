using System.Globalization;
using AiFixer.Cluster.Tests.Hosts;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Releases;

/// <summary>Programs with a later build of the contract, as processes of their own.</summary>
internal static class NextRelease
{
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace("AiFixer.Cluster.Tests", "AiFixer.Grains.Next", StringComparison.Ordinal), "AiFixer.Grains.dll");

    /// <param name="format">The format that it writes its letters in.</param>
    /// <param name="first">The silo that it joins; null when it is the first.</param>
    public static async Task<ChildProcess> StartSiloAsync(SiloPlace place, int format = 1, SiloPlace? first = null)
    {
        var port = (first ?? place).SiloPort.ToString(CultureInfo.InvariantCulture);
        var silo = Start(format, ["silo", .. place.Arguments, $"--First={port}"]);
        await silo.LineAsync("Application started");
        return silo;
    }

    /// <summary>Reports an alert and tells its incident something; what it wrote about the answers.</summary>
    public static async Task<(string Reported, string Told)> TalkAsync(SiloPlace to, int format = 1)
    {
        await using var client = Start(format, to.ClientArguments);
        var reported = await client.LineAsync("reported: ");
        return (reported, await client.LineAsync("told: "));
    }

    private static ChildProcess Start(int format, IReadOnlyList<string> arguments) => ChildProcess.Start(new(DotnetHost.Path, [Program, .. arguments])
    {
        Environment = new Dictionary<string, string?> { ["NEXT_FORMAT"] = format.ToString(CultureInfo.InvariantCulture) },
    });
}
