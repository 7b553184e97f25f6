using AiFixer.Core.Ports;
using AiFixer.Hosting.Configuration;
using AiFixer.Llm;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Models;

/// <summary>Puts models before the analyst that is there; where none is configured nothing changes.</summary>
internal static class ModelServices
{
    public static void AddModels(this IHostApplicationBuilder builder, ConfigurationProblems problems)
    {
        var options = LlmSettings.Read(new(builder.Configuration, problems));
        if (options.Providers.IsEmpty)
            return;
        var offline = builder.Services.Last(service => service.ServiceType == typeof(IAnalyst));
        builder.Services.AddSingleton(provider => new ModelPool(options, provider.GetRequiredService<TimeProvider>()));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<ModelPool>()
            .Before(Made(offline, provider), provider.GetRequiredService<IPluginHost>())));
    }

    private static IAnalyst Made(ServiceDescriptor service, IServiceProvider provider) =>
        (IAnalyst)(service.ImplementationInstance
            ?? service.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!));
}
