using System.Globalization;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>Where a silo of one machine is, and what it works on.</summary>
internal sealed record SiloPlace(string Database, string Folder)
{
    public string Membership { get; init; } = "localhost";

    public int SiloPort { get; } = FreePort.Next();

    public int GatewayPort { get; } = FreePort.Next();

    public IReadOnlyList<string> Arguments =>
    [
        .. Shared,
        "--Storage:LeaseTime=00:00:02",
        string.Create(CultureInfo.InvariantCulture, $"--Cluster:SiloPort={SiloPort}"),
        string.Create(CultureInfo.InvariantCulture, $"--Cluster:GatewayPort={GatewayPort}"),
    ];

    /// <summary>What a process that is no silo is told.</summary>
    public IReadOnlyList<string> ClientArguments =>
        [.. Shared, string.Create(CultureInfo.InvariantCulture, $"--Cluster:GatewayPort={GatewayPort}")];

    private string[] Shared =>
    [
        "--Storage:Provider=postgres",
        $"--Storage:ConnectionString={Database}",
        $"--Storage:DataFolder={Folder}",
        $"--Cluster:Membership={Membership}",
    ];
}
