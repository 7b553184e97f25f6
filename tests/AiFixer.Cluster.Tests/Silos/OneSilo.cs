using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Silos;

/// <summary>How a silo of one's own is started as a process.</summary>
internal static class OneSilo
{
    /// <summary>Membership is kept in the database too.</summary>
    public static GatewaySettings On(string database, string folder) =>
        new GatewaySettings { Program = "AiFixer.Silo.dll", DataFolder = Directory.CreateDirectory(folder).FullName, Postgres = database }
            .With("Cluster:Membership", "postgres")
            .With("Cluster:SiloPort", $"{FreePort.Next()}")
            .With("Cluster:GatewayPort", $"{FreePort.Next()}");
}
