using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Analysis;
using AiFixer.Engine.Leasing;
using AiFixer.Engine.Recovery;
using AiFixer.Engine.Reporting;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using AiFixer.Engine.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Engine;

/// <summary>Registers the engine with the local host.</summary>
public static class EngineServices
{
    /// <summary>
    /// Wants a journal, a lease, queries, a plugin host, an analyst and a clock from the container.
    /// </summary>
    public static IServiceCollection AddLocalEngine(this IServiceCollection services, EngineOptions options, WorkflowRules rules) => services
        .AddSingleton(options)
        .AddSingleton(rules)
        .AddSingleton<IIdSource, RandomIds>()
        .AddSingleton(new HeldCache(options.CacheSize))
        .AddSingleton(_ => new WorkQueue(options.QueueLength))
        .AddSingleton<ChangeFeed>()
        .AddSingleton<IChangeSink, ChangeSink>()
        .AddSingleton<IncidentWriter>()
        .AddSingleton<IncidentRunner>()
        .AddSingleton<AlertReporter>()
        .AddSingleton<Rechecks>()
        .AddSingleton<LeaseKeeper>()
        .AddSingleton<ILeaseView>(provider => provider.GetRequiredService<LeaseKeeper>())
        .AddSingleton<ITaskHandler, TriageHandler>()
        .AddSingleton<ITaskHandler, DiagnoseHandler>()
        .AddSingleton<ITaskHandler, ProposeHandler>()
        .AddSingleton<ITaskHandler, RunActionHandler>()
        .AddSingleton<ITaskHandler, ReconcileHandler>()
        .AddSingleton<ITaskHandler, VerifyHandler>()
        .AddSingleton<IAnalyst, OfflineAnalyst>()
        .AddSingleton<TaskHandlers>()
        .AddSingleton<CallsOut>()
        .AddSingleton<LostCalls>()
        .AddSingleton<IncidentWork>()
        .AddSingleton<Workers>()
        .AddSingleton<DueLoop>()
        .AddSingleton<StartRecovery>()
        .AddSingleton<LocalHost>()
        .AddSingleton<IIncidentHost>(provider => provider.GetRequiredService<LocalHost>())
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<LocalHost>());
}
