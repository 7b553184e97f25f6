using System.Globalization;
using AiFixer.Bench.Servers;
using AiFixer.TestSupport;

namespace AiFixer.Bench.Clusters;

/// <summary>Some silos in processes of their own, or the one process of the local host.</summary>
internal sealed class ClusterOfBench : IAsyncDisposable
{
    private readonly RedisServer? _redis;
    private readonly List<string> _folders = [];

    private ClusterOfBench(RedisServer? redis) => _redis = redis;

    public List<WebProcess> Processes { get; } = [];

    public TimeSpan Cpu => Processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + process.Cpu);

    /// <param name="silos">None is the local host.</param>
    public static async Task<ClusterOfBench> StartAsync(string program, BenchDatabase database, int silos, params (string Key, string Value)[] settings)
    {
        var cluster = new ClusterOfBench(silos > 0 ? await RedisServer.StartNewAsync() : null);
        try
        {
            for (var i = 0; i < Math.Max(1, silos); i++)
                await cluster.AddAsync(program, database, settings);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async Task StopAsync()
    {
        foreach (var process in Processes)
            await process.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Processes)
            await process.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
        foreach (var folder in _folders)
            Directory.Delete(folder, recursive: true);
    }

    private async Task AddAsync(string program, BenchDatabase database, IEnumerable<(string Key, string Value)> settings)
    {
        var (port, folder) = (FreePort.Next(), Directory.CreateTempSubdirectory("aifixer-bench-").FullName);
        _folders.Add(folder);
        var environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["Gateway__Urls"] = $"http://127.0.0.1:{port}",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var (key, value) in database.Settings.Select(one => (one.Key, one.Value)).Concat(settings.Select(one => (one.Key.Replace(":", "__", StringComparison.Ordinal), one.Value))))
            environment[key] = value;
        environment["Storage__DataFolder"] = environment["Data__Folder"] = folder;
        if (_redis is not null)
            Join(environment, _redis);
        string[] arguments = _redis is null ? [program, "local"] : [program];
        Processes.Add(await WebProcess.StartAsync(port, new(DotnetHost.Path, arguments) { WorkingDirectory = folder, Environment = environment }));
    }

    private static void Join(Dictionary<string, string?> environment, RedisServer redis)
    {
        environment["Cluster__Membership"] = "redis";
        environment["Cluster__Redis"] = redis.Address;
        environment["Cluster__SiloPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        environment["Cluster__GatewayPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
    }
}
