using AiFixer.EndToEnd.Support;
using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Processes;

/// <summary>Everything around the silos: a database, Redis, a world to act on.</summary>
internal sealed class ClusterSite : IAsyncDisposable
{
    private const string Silo = "AiFixer.Silo.dll";
    private readonly TempFolder folder;
    private readonly RedisServer redis;

    private ClusterSite(TempFolder folder, RedisServer redis, PracticeWorld world, string database) =>
        (this.folder, this.redis, World, Database) = (folder, redis, world, database);

    public PracticeWorld World { get; }

    public string Database { get; }

    public static async Task<ClusterSite> OpenAsync(SharedPostgres postgres, int seed, CancellationToken cancellation)
    {
        Assert.SkipUnless(RedisServer.IsInstalled, "redis-server is not installed");
        var world = await PracticeWorld.StartAsync(new() { SeedDeployments = false, Seed = seed }, cancellation);
        return new(new(), await RedisServer.StartNewAsync(), world, await postgres.CreateDatabaseAsync());
    }

    /// <summary>How the silo of this number is started: with a folder and ports of its own.</summary>
    public GatewaySettings Settings(int silo)
    {
        var settings = new GatewaySettings
        {
            Program = Silo,
            DataFolder = Directory.CreateDirectory(folder.File($"silo-{silo}")).FullName,
            Postgres = Database,
            Cluster = World.Url,
        };
        return Together(Tuned(settings))
            .With("Cluster:SiloPort", $"{FreePort.Next()}")
            .With("Cluster:GatewayPort", $"{FreePort.Next()}");
    }

    /// <summary>How a gateway is started that runs nothing itself.</summary>
    public GatewaySettings DoorSettings() => Together(new()
    {
        DataFolder = Directory.CreateDirectory(folder.File("door")).FullName,
        Postgres = Database,
    }).With("Engine", "cluster");

    private GatewaySettings Together(GatewaySettings settings) => settings
        .With("Storage:KeyFolder", folder.File("keys"))
        .With("Cluster:Membership", "redis")
        .With("Cluster:Redis", redis.Address);

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await redis.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>The lease is as long as it is where nobody sets it: it decides how long a lost call waits.</summary>
    private static GatewaySettings Tuned(GatewaySettings settings) => settings
        .With("Storage:LeaseTime", "00:00:15")
        .With("Engine:ScanInterval", "1s")
        .With("Policy:Mode", "Auto")
        .With("Policy:Fences:AutoNamespaces:0", "staging")
        .With("Policy:Fences:AutomaticFixesPerHour", "10000")
        .With("Policy:Fences:AutomaticFixesPerTarget", "10000")
        .With("Workflow:VerificationTimeout", "10s")
        .With("Workflow:MaxAttempts", "20");
}
