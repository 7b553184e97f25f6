using AiFixer.Core.Incidents;
using AiFixer.Core.Notices;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Engine.Analysis;
using AiFixer.Engine.Grouping;
using AiFixer.Engine.Investigations;
using AiFixer.Engine.Leasing;
using AiFixer.Engine.Nodes;
using AiFixer.Engine.Policy;
using AiFixer.Engine.Recovery;
using AiFixer.Engine.Replays;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using AiFixer.Engine.Tasks;
using AiFixer.Engine.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Engine;

/// <summary>Registers the engine. Wants a journal, a lease, queries, a plugin host and a clock from the container.</summary>
public static class EngineServices
{
    /// <summary>The engine with the local host: this process runs all incidents.</summary>
    public static IServiceCollection AddLocalEngine(this IServiceCollection services, EngineOptions options, WorkflowRules rules) => services
        .AddEngine(options, rules)
        .AddSingleton<LeaderTelling>()
        .AddSingleton<GroupedOpening>()
        .AddSingleton<AlertReporter>()
        .AddSingleton<DueLoop>()
        .AddSingleton<StartRecovery>()
        .AddSingleton<LocalHost>()
        .AddSingleton<IIncidentHost>(provider => provider.GetRequiredService<LocalHost>())
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<LocalHost>());

    /// <summary>The engine as one of several nodes on one store. Wants something that wakes incidents as well.</summary>
    internal static IServiceCollection AddEngineNode(this IServiceCollection services, EngineOptions options, WorkflowRules rules) => services
        .AddEngine(options with { SharedStore = true }, rules)
        .AddSingleton(NodeReporter)
        .AddSingleton<ShardScan>()
        .AddSingleton<Homes>()
        .AddSingleton<Handover>()
        .AddSingleton<EngineNode>();

    private static IServiceCollection AddEngine(this IServiceCollection services, EngineOptions options, WorkflowRules rules)
    {
        services.TryAddSingleton<IPlaybooks>(NoPlaybooks.Instance);
        services.TryAddSingleton<INotices>(NoNotices.Instance);
        return services.AddEngineParts(options, rules);
    }

    private static IServiceCollection AddEngineParts(this IServiceCollection services, EngineOptions options, WorkflowRules rules) => services
        .AddSingleton(options)
        .AddSingleton(rules)
        .AddSingleton<IIdSource, RandomIds>()
        .AddSingleton(new HeldCache(options.CacheSize))
        .AddSingleton(_ => new WorkQueue(options.QueueLength))
        .AddSingleton<ChangeFeed>()
        .AddSingleton<IChangeSink, ChangeSink>()
        .AddPolicy()
        .AddSingleton<IncidentWriter>()
        .AddSingleton<IncidentRunner>()
        .AddSingleton<Rechecks>()
        .AddSingleton<LeaseKeeper>()
        .AddSingleton<ILeaseView>(provider => provider.GetRequiredService<LeaseKeeper>())
        .AddSingleton<IHostReadiness, LeaseReadiness>()
        .AddSingleton<ITaskHandler, TriageHandler>()
        .AddSingleton<ITaskHandler, DiagnoseHandler>()
        .AddSingleton<ITaskHandler, ProposeHandler>()
        .AddSingleton<ITaskHandler, RunActionHandler>()
        .AddSingleton<ITaskHandler, ReconcileHandler>()
        .AddSingleton<ITaskHandler, VerifyHandler>()
        .AddSingleton<ITaskHandler, AwaitGroupHandler>()
        .AddSingleton<ITaskHandler, TellGroupHandler>()
        .AddSingleton<ITaskHandler, HealHandler>()
        .AddSingleton<ITaskHandler, NotifyHandler>()
        .AddSingleton<ITaskHandler, RecheckHandler>()
        .AddSingleton<InvestigationPlaces>()
        .AddSingleton<GroupHints>()
        .AddAnalyst()
        .AddSingleton<TaskHandlers>()
        .AddSingleton<CallsOut>()
        .AddSingleton<CallWatch>()
        .AddSingleton<LostCalls>()
        .AddSingleton<TaskEnds>()
        .AddSingleton<ITaskEnds>(provider => provider.GetRequiredService<TaskEnds>())
        .AddSingleton<IncidentWork>()
        .AddSingleton<Workers>()
        .AddSingleton<EngineLife>()
        .AddHostedService<EngineGauges>();

    /// <summary>Whoever has a store says before what people said there.</summary>
    private static IServiceCollection AddPolicy(this IServiceCollection services)
    {
        services.TryAddSingleton<IPolicyFacts>(NoPolicyFacts.Instance);
        return services.AddSingleton<PolicyWatch>().AddHostedService<StopGauge>();
    }

    /// <summary>Whoever takes an alert remembers nothing of an incident that is at work elsewhere.</summary>
    private static AlertReporter NodeReporter(IServiceProvider provider)
    {
        var (journal, writer) = (provider.GetRequiredService<IJournal>(), provider.GetRequiredService<IncidentWriter>());
        var options = provider.GetRequiredService<EngineOptions>();
        var runner = new IncidentRunner(journal, writer, new HeldCache(0), Waking(provider), options, provider.GetService<RememberedReplays>());
        var telling = new LeaderTelling(runner);
        var opening = new GroupedOpening(journal, writer, runner, telling, provider.GetRequiredService<GroupHints>(), provider.GetRequiredService<WorkflowRules>());
        return new(journal, opening, telling, runner, provider.GetRequiredService<IIdSource>(), options, provider.GetRequiredService<TimeProvider>());
    }

    private static WakingSink Waking(IServiceProvider provider) =>
        new(provider.GetRequiredService<IWaker>(), provider.GetRequiredService<WorkflowRules>(), provider.GetRequiredService<Handover>());
}
