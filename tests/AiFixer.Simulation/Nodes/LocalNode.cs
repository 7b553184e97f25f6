using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Leasing;
using AiFixer.Engine;
using AiFixer.Simulation.Chat;
using AiFixer.Simulation.Kernel;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Simulation.Nodes;

/// <summary>A process that has the store for itself, composed as the product composes it.</summary>
internal sealed class LocalNode(Stage stage, SimProcess process) : INode
{
    private readonly Lifetime lifetime = new();

    public SimProcess Process => process;

    public IIncidentHost? Host { get; private set; }

    public ChatDesk? Desk { get; private set; }

    public async Task RunAsync()
    {
        await using var store = OpenStore.In(stage, process);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new SimClock(stage.Sim, process))
            .AddSingleton(store.Journal)
            .AddSingleton(store.Lease)
            .AddSingleton(store.Queries)
            .AddSingleton<IPluginHost>(new SimPlugins(stage, process))
            .AddSingleton<IPolicyFacts>(new SimFacts(stage))
            .AddSingleton<IHostApplicationLifetime>(lifetime)
            .AddLocalEngine(stage.Options, stage.Rules)
            .AddSingleton<IIdSource>(new SimIds(stage.Sim.Chance))
            .AddSingleton<LedgerAnalyst>()
            .AddSingleton<IAnalyst>(provider => new SimAnalyst(provider.GetRequiredService<LedgerAnalyst>(), stage, process))
            .BuildServiceProvider();
        var host = services.GetRequiredService<LocalHost>();
        try
        {
            await host.StartAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is LeaseHeldException or JournalUnavailableException)
        {
            stage.Sim.Story.Tell(stage.Sim, $"{process.Name} does not start: {e.Message}");
            return;
        }

        await using var desk = stage.HasChat ? new ChatDesk(stage, process, store, () => host) : null;
        using var stopping = new CancellationTokenSource();
        var talking = desk is null ? Task.CompletedTask : desk.TalkAsync(store.Posted, stopping.Token);
        if (desk is not null)
            await desk.Begun;
        (Host, Desk) = (host, desk);
        stage.Sim.Story.Tell(stage.Sim, $"{process.Name} takes alerts");
        await lifetime.Told;
        stage.Sim.Story.Tell(stage.Sim, $"{process.Name} stops");
        (Host, Desk) = (null, null);
        stopping.Cancel();
        await talking;
        await host.StopAsync(CancellationToken.None);
    }

    public void Stop() => process.Do(lifetime.StopApplication);
}
