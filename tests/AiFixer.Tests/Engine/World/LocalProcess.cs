using System.Collections.Concurrent;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Scheduling;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Tests.Engine.World;

/// <summary>One process with the local host, as the product composes it, over ports that die with it.</summary>
internal sealed class LocalProcess : IRunningHost
{
    private readonly Life life;
    private readonly ServiceProvider services;
    private readonly MortalJournal journal;
    private readonly LedgerPlugins plugins;
    private readonly LocalHost host;
    private readonly WorkQueue queue;

    public LocalProcess(
        IOpenStore store, Ledger ledger, ConcurrentQueue<Sending> sendings, Life life, WorkflowRules rules, EngineOptions options, TimeProvider time,
        Func<IAnalyst, IAnalyst> analyst)
    {
        this.life = life;
        journal = new(store.Journal, life);
        plugins = new(ledger, time);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton<IJournal>(journal)
            .AddSingleton<ILease>(new MortalLease(store.Lease, life))
            .AddSingleton(store.Queries)
            .AddSingleton<IPluginHost>(new MortalPlugins(plugins, store.Journal, sendings, life))
            .AddSingleton<IHostApplicationLifetime, QuietLifetime>()
            .AddLocalEngine(options, rules)
            .AddSingleton(provider => analyst(new LedgerAnalyst(provider.GetRequiredService<IPluginHost>(), time)))
            .BuildServiceProvider();
        host = services.GetRequiredService<LocalHost>();
        queue = services.GetRequiredService<WorkQueue>();
    }

    public IIncidentHost Host => host;

    public Task Died => life.Died;

    public Task StartAsync() => host.StartAsync(CancellationToken.None);

    public Task SettleAsync() => Until.TrueAsync(
        () => life.IsOver || queue.Count <= plugins.Waiting, "the host has nothing left to do");

    public async Task NoticeTimeAsync(Action advance)
    {
        var before = journal.Scans;
        advance();
        await Until.TrueAsync(() => life.IsOver || journal.Scans > before, "the host asks what is due");
    }

    public async Task StopAsync()
    {
        await host.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }
}
