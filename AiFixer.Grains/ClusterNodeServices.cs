using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using AiFixer.Grains.Changes;
using AiFixer.Grains.Claims;
using AiFixer.Grains.Clients;
using AiFixer.Grains.Incidents;
using AiFixer.Grains.Playbooks;
using AiFixer.Grains.Plugins;
using AiFixer.Grains.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace AiFixer.Grains;

/// <summary>Registers what a silo needs besides Orleans.</summary>
internal static class ClusterNodeServices
{
    /// <summary>Wants a journal, a lease, queries, playbooks' records, a plugin host, a clock and grains from the container.</summary>
    public static IServiceCollection AddClusterNode(
        this IServiceCollection services, EngineOptions options, WorkflowRules rules, ShardOptions shards) => services
        .AddSingleton(shards)
        .AddSingleton<GrainWaker>()
        .AddSingleton<IWaker>(provider => provider.GetRequiredService<GrainWaker>())
        .AddEngineNode(options, rules)
        .AddGrainRecords()
        .AddOrderedClaims()
        .AddGrainPlugins()
        .AddSingleton(Incidents)
        .AddSingleton<ITaskEnds>(provider => ActivatorUtilities.CreateInstance<GrainTaskEnds>(provider, provider.GetRequiredService<TaskEnds>()))
        .AddSingleton<IClusterGate, InsideGate>()
        .AddSingleton<Heart>();

    /// <summary>What is decided here is written when it is its turn.</summary>
    private static IServiceCollection AddOrderedClaims(this IServiceCollection services) => services
        .AddSingleton<ClaimOrderOptions>()
        .AddSingleton<ClaimOrder>()
        .AddSingleton(Places)
        .AddSingleton<ClaimLine>()
        .AddSingleton<HealNews>()
        .AddSingleton<OrderedJournal>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<IncidentWriter>(provider, provider.GetRequiredService<OrderedJournal>()));

    /// <summary>Whoever asks for plugins gets those behind grains, and the grains get the ones there were.</summary>
    private static IServiceCollection AddGrainPlugins(this IServiceCollection services)
    {
        var local = TakeOut<IPluginHost>(services);
        return services
            .AddSingleton(provider => new LocalPlugins(local(provider)))
            .AddSingleton(Plugins)
            .AddSingleton<IPluginHost, GrainPlugins>();
    }

    private static Func<string, IPluginGrain> Plugins(IServiceProvider provider)
    {
        var grains = provider.GetRequiredService<IGrainFactory>();
        return key => grains.GetGrain<IPluginGrain>(key);
    }

    private static Func<IncidentId, IIncidentGrain> Incidents(IServiceProvider provider)
    {
        var grains = provider.GetRequiredService<IGrainFactory>();
        return id => grains.GetGrain<IIncidentGrain>(id.Value);
    }

    /// <summary>Whoever asks for records gets those behind grains, and the grains get the database's.</summary>
    private static IServiceCollection AddGrainRecords(this IServiceCollection services)
    {
        var stored = TakeOut<IPlaybookRecords>(services);
        return services
            .AddSingleton(provider => new StoredRecords(stored(provider)))
            .AddSingleton(Playbooks)
            .AddSingleton<IPlaybookRecords, GrainRecords>();
    }

    private static Func<IServiceProvider, T> TakeOut<T>(IServiceCollection services)
        where T : class
    {
        var one = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(one);
        return provider => (T)(one.ImplementationInstance ?? one.ImplementationFactory!(provider));
    }

    private static Func<string, IPlaybookGrain> Playbooks(IServiceProvider provider)
    {
        var grains = provider.GetRequiredService<IGrainFactory>();
        return id => grains.GetGrain<IPlaybookGrain>(id);
    }

    private static ClaimPlaces Places(IServiceProvider provider)
    {
        var grains = provider.GetRequiredService<IGrainFactory>();
        return new(key => grains.GetGrain<ICooldownGrain>(key), provider.GetRequiredService<Func<string, IPlaybookGrain>>());
    }

    /// <summary>What the gateway talks to. Wants a way into the cluster and what changes in the store.</summary>
    public static IServiceCollection AddClusterHost(this IServiceCollection services) => services
        .AddSingleton<StoreWatch>()
        .AddHostedService(provider => provider.GetRequiredService<StoreWatch>())
        .AddSingleton<IIncidentHost>(provider => new ClusterHost(
            provider.GetRequiredService<IClusterGate>(), provider.GetRequiredService<StoreWatch>().Feed));
}
