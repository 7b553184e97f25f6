using AiFixer.Core.Ports;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Scheduling;
using AiFixer.Grains;
using AiFixer.Grains.Scheduling;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>
/// What one silo has besides Orleans, in a container of its own: here the clock is the test's, while Orleans keeps the
/// machine's.
/// </summary>
internal sealed class SiloParts : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly LedgerPlugins plugins;
    private readonly IOpenStore store;
    private int disposed;

    public SiloParts(HostParts parts, IOpenStore store, Life life, ShardOptions shards, TimeProvider time, IGrainFactory grains)
    {
        (this.store, Life) = (store, life);
        plugins = new(parts.Ledger, parts.Time);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton(grains)
            .AddSingleton<IJournal>(new MortalJournal(store.Journal, life))
            .AddSingleton<ILease>(new MortalLease(store.Lease, life))
            .AddSingleton(store.Queries)
            .AddSingleton<IPlaybookRecords>(Records)
            .AddSingleton<IPluginHost>(new MortalPlugins(plugins, store.Journal, parts.Sendings, life))
            .AddSingleton<IHostApplicationLifetime, QuietLifetime>()
            .AddClusterNode(parts.Options, parts.Rules, shards)
            .AddSingleton(provider => parts.Analyst(new LedgerAnalyst(provider.GetRequiredService<IPluginHost>(), parts.Time)))
            .BuildServiceProvider();
    }

    public Life Life { get; }

    /// <summary>What the database says of playbooks, for this silo.</summary>
    public TallyRecords Records { get; } = new();

    /// <summary>Its silo took it apart: because it was killed, or because the others took it for dead on a busy machine.</summary>
    public bool IsGone => Volatile.Read(ref disposed) != 0;

    public bool IsSettled
    {
        get
        {
            try
            {
                return Life.IsOver || (Get<WorkQueue>().Count <= plugins.Waiting && Get<GrainWaker>().Pending == 0);
            }
            catch (ObjectDisposedException) when (IsGone)
            {
                return true;
            }
        }
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task StartAsync() => Get<EngineNode>().StartAsync(CancellationToken.None);

    public async Task BeatAsync()
    {
        try
        {
            await Task.WhenAny(Get<Heart>().BeatAsync(), Life.Died);
        }
        catch (ObjectDisposedException) when (IsGone)
        {
            // What beats in a silo that is gone is nobody's business.
        }
    }

    /// <summary>It is gone, and its lease has run out.</summary>
    public Task EndAsync() => store.EndAsync();

    public async ValueTask DisposeAsync()
    {
        // Its silo's container does so as well.
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        if (!Life.IsOver)
            await Get<EngineNode>().StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        await store.EndAsync();
    }
}
