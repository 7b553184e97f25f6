using AiFixer.Core.Ports;
using AiFixer.Hosting.Configuration;
using AiFixer.Llm;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiFixer.Hosting.Models;

/// <summary>Puts models before the analyst that is there; where none is configured nothing changes.</summary>
public static class ModelServices
{
    /// <summary>Wants an analyst that was added before, a plugin host and a clock. What is wrong goes into <paramref name="problems"/>.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration, ConfigurationProblems problems)
    {
        var options = LlmSettings.Read(new(configuration, problems));
        return options.Providers.IsEmpty ? services : services.AddModels(options);
    }

    private static IServiceCollection AddModels(this IServiceCollection services, LlmOptions options) => services
        .AddSingleton(provider => new ModelPool(options, provider.GetRequiredService<TimeProvider>()))
        .PutBefore((offline, provider) => provider.GetRequiredService<ModelPool>()
            .Before(offline, provider.GetRequiredService<IPluginHost>(), provider.GetRequiredService<TimeProvider>()));

    internal static IServiceCollection PutBefore(this IServiceCollection services, Func<IAnalyst, IServiceProvider, IAnalyst> chain)
    {
        var offline = services.Last(service => service.ServiceType == typeof(IAnalyst));
        return services.Replace(ServiceDescriptor.Singleton(provider => chain(Made(offline, provider), provider)));
    }

    private static IAnalyst Made(ServiceDescriptor service, IServiceProvider provider) =>
        (IAnalyst)(service.ImplementationInstance
            ?? service.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!));
}
