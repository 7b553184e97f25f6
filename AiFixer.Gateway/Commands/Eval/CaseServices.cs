using AiFixer.Engine.Analysis;
using AiFixer.Hosting.Models;
using AiFixer.Playground.Cases;
using AiFixer.Plugins;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>The analyst as the service would have it, with the plugins connected to a frozen world.</summary>
internal static class CaseServices
{
    /// <param name="models">Null to do without. Their time is the real one; the plugins look at the moment of the case.</param>
    public static ServiceProvider Of(FrozenCase frozen, FrozenWorld world, SharedModels? models)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new StoppedClock(frozen.Now))
            .AddAiFixerPlugins(CaseConnections.Of(frozen, world))
            .AddAnalyst();
        return (models is null ? services : models.AddTo(services)).BuildServiceProvider();
    }
}
