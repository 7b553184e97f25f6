using AiFixer.Core.Ports;
using AiFixer.Core.Settings;
using AiFixer.Plugins.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AiFixer.Plugins;

/// <summary>Registration in a container.</summary>
public static class PluginServices
{
    /// <summary>
    /// Adds <see cref="IPluginHost"/> and <see cref="IConnectionStatuses"/> with the built-in plugins and every
    /// <see cref="IPlugin"/> registered besides. What people disabled is asked of <see cref="ISettings"/>, where there is one.
    /// Options come from the section <c>Plugins</c> and are validated at start.
    /// </summary>
    public static IServiceCollection AddAiFixerPlugins(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PluginsOptions>().Bind(configuration.GetSection(PluginsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PluginsOptions>, PluginsOptionsValidator>();
        services.AddSingleton(provider => PluginSetup.Create(
            provider.GetRequiredService<IOptions<PluginsOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetService<IReportedChanges>(),
            provider.GetService<ISettings>() ?? NoSettings.Instance,
            provider.GetServices<IPlugin>()));
        services.AddSingleton(provider => provider.GetRequiredService<PluginSetup>().Host);
        services.AddSingleton(provider => provider.GetRequiredService<PluginSetup>().States);
        services.AddSingleton(provider => provider.GetRequiredService<PluginSetup>().Connections);
        return services;
    }
}
