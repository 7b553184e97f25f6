using System.Collections.Concurrent;
using AiFixer.Core;
using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;
using AiFixer.Grains;
using AiFixer.Grains.Claims;
using AiFixer.Grains.Clients;
using AiFixer.Grains.Playbooks;
using AiFixer.Grains.Plugins;
using AiFixer.Grains.Scheduling;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>Silos in this process over one store, as a host of its own.</summary>
internal sealed class TestCluster(
    HostParts parts, int silos = 3, Func<int, Life>? lives = null, Func<int, TimeSpan>? skew = null) : IRunningHost
{
    private static readonly ShardOptions Shards = new() { Shards = 4, ResumeInterval = EngineSettings.Turn };

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<SiloParts, string> alive = new();
    private readonly ConcurrentQueue<Task> replacing = new();
    private readonly ConcurrentQueue<Task> burials = new();
    private InProcessTestCluster? cluster;
    private ClusterHost? host;
    private int born;

    public IIncidentHost Host => host!;

    public IReadOnlyList<SiloParts> Silos => [.. alive.OrderBy(silo => silo.Value, StringComparer.Ordinal).Select(silo => silo.Key)];

    /// <summary>Never as a whole.</summary>
    public Task Died { get; } = new TaskCompletionSource().Task;

    public async Task StartAsync()
    {
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) => Configure(silo));
        builder.ConfigureSiloHost((_, application) => application.Logging.ClearProviders());
        builder.ConfigureClientHost(application => application.Logging.ClearProviders());
        cluster = builder.Build();
        await cluster.DeployAsync();
        foreach (var silo in cluster.Silos)
            await BeginAsync(silo);
        host = new(new InsideGate(cluster.Client), new());
    }

    public async Task SettleAsync()
    {
        await Until.TrueAsync(() => replacing.All(task => task.IsCompleted), "silos that died are replaced");
        await Task.WhenAll(replacing);
        await Until.TrueAsync(() => replacing.Any(task => !task.IsCompleted) || alive.Keys.All(silo => silo.IsSettled), "the cluster has nothing left to do");
    }

    public Task NoticeTimeAsync(Action advance)
    {
        advance();
        return BeatAsync();
    }

    /// <summary>Every silo beats once. What beats in a silo that dies meanwhile is not waited for.</summary>
    public Task BeatAsync() => Task.WhenAll(alive.Keys.Select(silo => silo.BeatAsync()));

    /// <summary>Has an incident move to another silo, and gives the one it is at then.</summary>
    public async Task<SiloParts> MoveAsync(IncidentId id)
    {
        var target = alive.First(silo => !silo.Key.Get<Homes>().Has(id));
        await cluster!.MigrateAsync(cluster.Client.GetGrain<IIncidentGrain>(id.Value), cluster.Silos.First(silo => silo.Name == target.Value).SiloAddress);
        await Until.TrueAsync(() => target.Key.Get<Homes>().Has(id), "the incident has moved");
        return target.Key;
    }

    public async Task StopAsync()
    {
        foreach (var silo in alive.Keys)
            await silo.DisposeAsync();
        await cluster!.DisposeAsync();
        await Task.WhenAll(burials.Where(burial => burial.IsFaulted));
    }

    private void Configure(ISiloBuilder silo)
    {
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromMilliseconds(500);
            options.NumMissedProbesLimit = 2;
            options.TableRefreshTimeout = TimeSpan.FromSeconds(1);
        });
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = LongestAnswer);
        silo.Configure<GrainCollectionOptions>(options => options.DeactivationTimeout = TimeSpan.FromSeconds(1));
        silo.Services.AddSingleton(provider => Parts(provider.GetRequiredService<IGrainFactory>()));
        silo.Services.AddSingleton(provider => provider.GetRequiredService<SiloParts>().Get<EngineNode>());
        silo.Services.AddSingleton(provider => provider.GetRequiredService<SiloParts>().Get<ShardScan>());
        silo.Services.AddSingleton(provider => provider.GetRequiredService<SiloParts>().Get<ClaimOrder>());
        silo.Services.AddSingleton(provider => provider.GetRequiredService<SiloParts>().Get<LocalPlugins>());
        silo.Services.AddSingleton(provider => provider.GetRequiredService<SiloParts>().Get<StoredRecords>());
        silo.Services.AddSingleton(Shards);
    }

    private SiloParts Parts(IGrainFactory grains)
    {
        var number = Interlocked.Increment(ref born);
        var life = lives?.Invoke(number) ?? new Life();
        TimeProvider time = skew?.Invoke(number) is { } by ? new SkewedTime(parts.Time, by) : parts.Time;
        lock (parts.Lives)
            parts.Lives.Add(life);
        return new(parts, parts.Disk.OpenAsync().GetAwaiter().GetResult(), life, Shards, time, grains);
    }

    private async Task BeginAsync(InProcessSiloHandle silo)
    {
        var begun = silo.ServiceProvider.GetRequiredService<SiloParts>();
        alive[begun] = silo.Name;
        await begun.StartAsync();
        _ = begun.Life.Died.ContinueWith(_ => replacing.Enqueue(ReplaceAsync(silo, begun)), TaskScheduler.Default);
    }

    /// <summary>The silo is killed as a process would be, and another is started as whoever looks after it would.</summary>
    private async Task ReplaceAsync(InProcessSiloHandle silo, SiloParts dead)
    {
        alive.TryRemove(dead, out _);
        await dead.EndAsync();
        var killing = KillAsync(silo);
        burials.Enqueue(killing);
        // Its host is taken apart for as long as that takes: calls in there never come back.
        await Until.TrueAsync(() => killing.IsCompleted || !silo.IsActive, "the silo is gone");
        await BeginAsync(await cluster!.StartAdditionalSiloAsync());
    }

    private async Task KillAsync(InProcessSiloHandle silo)
    {
        try
        {
            await cluster!.KillSiloAsync(silo);
        }
        catch (OperationCanceledException)
        {
            // It did not get to its end, as is meant.
        }
    }
}
