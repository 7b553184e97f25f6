using AiFixer.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AiFixer.Engine.Analysis;

/// <summary>Registers whoever finds causes: for the engine, and for who only wants a diagnosis.</summary>
public static class AnalystServices
{
    /// <summary>Adds <see cref="IAnalyst"/>. Wants a plugin host and a clock from the container.</summary>
    public static IServiceCollection AddAnalyst(this IServiceCollection services) => services.AddSingleton<IAnalyst, OfflineAnalyst>();
}
