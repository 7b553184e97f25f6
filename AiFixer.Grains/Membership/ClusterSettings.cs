using System.Net;
using AiFixer.Grains.Incidents;
using AiFixer.Hosting.Configuration;
using AiFixer.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;

namespace AiFixer.Grains.Membership;

/// <summary>The section <c>Cluster</c>.</summary>
internal sealed record ClusterSettings(MembershipKind Membership, string? Redis, string Name, IPAddress Address, int SiloPort, int GatewayPort)
{
    private static readonly TimeSpan ShortestIdle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestIdle = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestQuantum = TimeSpan.FromMinutes(1);

    private const int FirstPort = 1024;
    private const int LastPort = 65535;

    /// <summary>The database with the cluster's own tables; null when nothing is kept in PostgreSQL.</summary>
    public string? Database { get; init; }

    /// <summary>How long an incident's grain is kept that nobody calls.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(2);

    public static ClusterSettings Read(IConfiguration configuration, ConfigurationProblems problems)
    {
        var settings = new SettingsReader(configuration, problems).Section("Cluster");
        var read = new ClusterSettings(
            settings.Choice(nameof(Membership), MembershipKind.Localhost),
            settings.Text(nameof(Redis)),
            settings.Text(nameof(Name), "aifixer"),
            ReadAddress(settings),
            settings.Number(nameof(SiloPort), 11111, FirstPort, LastPort),
            settings.Number(nameof(GatewayPort), 30000, FirstPort, LastPort))
        {
            Database = ClusterDatabase.Read(configuration, settings),
            IdleAfter = settings.Duration(nameof(IdleAfter), TimeSpan.FromMinutes(2), ShortestIdle, LongestIdle),
        };
        if (read.Membership == MembershipKind.Redis && read.Redis is null)
            problems.Add(settings.Key(nameof(Redis)), "must say where Redis is, such as 127.0.0.1:6379, when Cluster:Membership is redis");
        if (read.Membership != MembershipKind.Localhost && configuration[$"{StorageOptions.Section}:Provider"] != StorageOptions.Postgres)
            problems.Add($"{StorageOptions.Section}:Provider", "must be postgres when several silos share the store");
        return read;
    }

    public ISiloBuilder Apply(ISiloBuilder silo)
    {
        silo.Configure<GrainCollectionOptions>(GoWhenIdle);
        if (Membership == MembershipKind.Localhost)
            return silo.UseLocalhostClustering(SiloPort, GatewayPort, serviceId: Name, clusterId: Name);
        return (Membership == MembershipKind.Redis ? silo.UseRedisClustering(Redis!) : silo.UseAdoNetClustering(InDatabase))
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (Name, Name))
            .ConfigureEndpoints(Address, SiloPort, GatewayPort, listenOnAnyHostAddress: false)
            .Configure<ClusterMembershipOptions>(LookOftener);
    }

    /// <summary>How a process that is no silo finds them.</summary>
    public IClientBuilder Apply(IClientBuilder client)
    {
        client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5));
        if (Membership == MembershipKind.Localhost)
            return client.UseLocalhostClustering(GatewayPort, Name, Name);
        return (Membership == MembershipKind.Redis ? client.UseRedisClustering(Redis!) : client.UseAdoNetClustering(InDatabase))
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (Name, Name));
    }

    private void InDatabase(AdoNetClusteringClientOptions options) =>
        (options.Invariant, options.ConnectionString) = (ClusterDatabase.Invariant, Database);

    private void InDatabase(AdoNetClusteringSiloOptions options) =>
        (options.Invariant, options.ConnectionString) = (ClusterDatabase.Invariant, Database);

    /// <summary>They are looked for often enough that none stays much longer.</summary>
    private void GoWhenIdle(GrainCollectionOptions options)
    {
        var incident = typeof(IncidentGrain).FullName!;
        options.ClassSpecificCollectionAge[incident] = IdleAfter;
        options.CollectionQuantum = IdleAfter < LongestQuantum ? IdleAfter / 2 : LongestQuantum / 2;
    }

    /// <summary>A dead silo is noticed in seconds, not in the half minute that Orleans takes by itself.</summary>
    private static void LookOftener(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 2;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
    }

    private static IPAddress ReadAddress(SettingsReader settings)
    {
        var text = settings.Text(nameof(Address), IPAddress.Loopback.ToString());
        if (IPAddress.TryParse(text, out var address))
            return address;
        settings.Problems.Add(settings.Key(nameof(Address)), $"must be this machine's address as other silos reach it, not \"{text}\"");
        return IPAddress.Loopback;
    }
}
