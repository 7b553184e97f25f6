using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Nodes;
using AiFixer.Grains.Changes;
using AiFixer.Grains.Clients;
using AiFixer.Grains.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace AiFixer.Grains;

/// <summary>Registers what a silo needs besides Orleans.</summary>
internal static class ClusterNodeServices
{
    /// <summary>Wants a journal, a lease, queries, a plugin host, a clock and grains from the container.</summary>
    public static IServiceCollection AddClusterNode(
        this IServiceCollection services, EngineOptions options, WorkflowRules rules, ShardOptions shards) => services
        .AddSingleton(shards)
        .AddSingleton<GrainWaker>()
        .AddSingleton<IWaker>(provider => provider.GetRequiredService<GrainWaker>())
        .AddEngineNode(options, rules)
        .AddSingleton<IClusterGate, InsideGate>()
        .AddSingleton<Heart>();

    /// <summary>What the gateway talks to. Wants a way into the cluster and what changes in the store.</summary>
    public static IServiceCollection AddClusterHost(this IServiceCollection services) => services
        .AddSingleton<StoreWatch>()
        .AddHostedService(provider => provider.GetRequiredService<StoreWatch>())
        .AddSingleton<IIncidentHost>(provider => new ClusterHost(
            provider.GetRequiredService<IClusterGate>(), provider.GetRequiredService<StoreWatch>().Feed));
}
