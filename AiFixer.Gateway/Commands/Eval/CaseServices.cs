using AiFixer.Engine.Analysis;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Models;
using AiFixer.Playground.Cases;
using AiFixer.Plugins;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>The analyst as the service would have it, with the plugins connected to a frozen world.</summary>
internal static class CaseServices
{
    /// <param name="models">The configuration that says which models there are; null to do without.</param>
    public static ServiceProvider Of(FrozenCase frozen, FrozenWorld world, IConfiguration? models)
    {
        var services = new ServiceCollection()
            .AddLogging()
            // Models take their time, and pauses between calls to them have to end; what is asked about is the moment of the case all the same.
            .AddSingleton<TimeProvider>(models is null ? new StoppedClock(frozen.Now) : new RunningClock(frozen.Now))
            .AddAiFixerPlugins(CaseConnections.Of(frozen, world))
            .AddAnalyst();
        return (models is null ? services : AddModels(services, models)).BuildServiceProvider();
    }

    /// <summary>Reads it as the service does, before any case is run.</summary>
    /// <returns>Whether there are models.</returns>
    /// <exception cref="ConfigurationException">It is wrong.</exception>
    public static bool HasModels(IConfiguration models)
    {
        var services = new ServiceCollection().AddAnalyst();
        var before = services.Count;
        return AddModels(services, models).Count > before;
    }

    private static IServiceCollection AddModels(IServiceCollection services, IConfiguration models)
    {
        var problems = new ConfigurationProblems();
        services.AddModels(models, problems);
        problems.ThrowIfAny();
        return services;
    }
}
