using AiFixer.Core.Ports;
using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Dynamic;

/// <summary>Registers settings that people change at run time.</summary>
public static class DynamicServices
{
    /// <summary>Wants <see cref="IDocuments"/>, the configuration and a clock from the container. To be added before whatever runs by settings.</summary>
    public static void AddDynamicSettings(this IHostApplicationBuilder builder, ConfigurationProblems problems) => builder.Services
        .AddSingleton(DynamicOptions.Read(new(builder.Configuration, problems)))
        .AddSingleton<DynamicSettings>()
        .AddSingleton<ISettings>(provider => provider.GetRequiredService<DynamicSettings>())
        .AddSingleton<SettingsEditor>()
        .AddHostedService<SettingsWatch>();
}
