using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Core;
using AiFixer.Engine.Leasing;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Scheduling;
using AiFixer.Engine.Tasks;
using AiFixer.Engine;
using AiFixer.Simulation.Chat;
using AiFixer.Simulation.Kernel;
using AiFixer.Simulation.World;
using AiFixer.Storage;
using AiFixer.Tests.Engine.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Simulation.Nodes;

/// <summary>One of several processes on one store: the engine's node, with the cluster's part of it told by a placement.</summary>
internal sealed class ClusterNode(Stage stage, Placement placement, SimProcess process) : INode
{
    private readonly Lifetime lifetime = new();
    private EngineNode? engine;

    public SimProcess Process => process;

    public SimClock Clock { get; } = new(stage.Sim, process);

    public IIncidentHost? Host { get; private set; }

    public ChatDesk? Desk { get; private set; }

    public async Task RunAsync()
    {
        await using var store = OpenStore.In(stage, process);
        await using var services = Services(store).BuildServiceProvider();
        var node = services.GetRequiredService<EngineNode>();
        try
        {
            await node.StartAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is LeaseHeldException or JournalUnavailableException)
        {
            stage.Sim.Story.Tell(stage.Sim, $"{process.Name} does not start: {e.Message}");
            return;
        }

        var door = new ClusterDoor(node, placement, this);
        await using var desk = stage.HasChat ? new ChatDesk(stage, process, store, () => door) : null;
        using var stopping = new CancellationTokenSource();
        var talking = desk is null ? Task.CompletedTask : desk.TalkAsync(store.Posted, stopping.Token);
        if (desk is not null)
            await desk.Begun;
        (engine, Host, Desk) = (node, door, desk);
        placement.Join(this);
        stage.Sim.Story.Tell(stage.Sim, $"{process.Name} joins");
        var beating = new Beats(services.GetRequiredService<ShardScan>(), node, placement, this).RunAsync(stopping.Token);
        await lifetime.Told;
        stage.Sim.Story.Tell(stage.Sim, $"{process.Name} leaves");
        placement.Leave(this);
        (Host, Desk) = (null, null);
        stopping.Cancel();
        await talking;
        await beating;
        await node.StopAsync(CancellationToken.None);
    }

    public void Stop() => process.Do(lifetime.StopApplication);

    public void Enter(IncidentId id) => process.Do(() => engine!.Enter(id));

    public void Leave(IncidentId id) => process.Do(() => engine!.Leave(id));

    public Task<bool> WakeAsync(IncidentId id, WorkPlace place, long? version = null)
    {
        engine!.Wake(id, place, version);
        return Task.FromResult(true);
    }

    public Task<bool> LookAsync(IncidentId id, WorkPlace place)
    {
        engine!.Look(id, place);
        return Task.FromResult(true);
    }

    public Task<bool> ResumeAsync(IncidentId id)
    {
        engine!.Resume(id);
        return Task.FromResult(true);
    }

    /// <summary>Null when it was changed behind our back; then it is at home somewhere else from now on.</summary>
    public async Task<TellReceipt?> TellAsync(IncidentId id, PersonInput input)
    {
        try
        {
            var receipt = await engine!.TellAsync(id, input, CancellationToken.None);
            if (receipt is null)
                placement.Forget(id, this);
            return receipt;
        }
        catch (JournalUnavailableException e)
        {
            return new TellReceipt.Busy(e.Message);
        }
    }

    public async Task<bool> FinishAsync(IncidentId id, TaskStep.Tell result)
    {
        try
        {
            await engine!.FinishAsync(id, result, CancellationToken.None);
            return true;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }

    private IServiceCollection Services(JournalStore store) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton(store.Journal)
        .AddSingleton(store.Lease)
        .AddSingleton(store.Queries)
        .AddSingleton<IPluginHost>(new SimPlugins(stage, process))
        .AddSingleton<IPolicyFacts>(new SimFacts(stage))
        .AddSingleton<IHostApplicationLifetime>(lifetime)
        .AddSingleton<IWaker>(provider => new PlacementWaker(placement, this, provider.GetRequiredService<Handover>()))
        .AddEngineNode(stage.Options, stage.Rules)
        .AddSingleton<ITaskEnds>(provider => new PlacementTaskEnds(
            provider.GetRequiredService<TaskEnds>(), provider.GetRequiredService<Homes>(), placement, this, lifetime))
        .AddSingleton<IIdSource>(new SimIds(stage.Sim.Chance))
        .AddSingleton<LedgerAnalyst>()
        .AddSingleton<IAnalyst>(provider => new SimAnalyst(provider.GetRequiredService<LedgerAnalyst>(), stage, process));
}
