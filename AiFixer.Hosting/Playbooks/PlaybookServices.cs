using AiFixer.Core.Ports;
using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Playbooks;

/// <summary>Registers playbooks and the classes by which they are found.</summary>
public static class PlaybookServices
{
    /// <summary>Wants documents, dynamic settings and plugins from the container. To be added before whatever runs by playbooks.</summary>
    public static void AddPlaybooks(this IHostApplicationBuilder builder, ConfigurationProblems problems)
    {
        var options = PlaybookOptions.Read(new(builder.Configuration, problems));
        builder.Services
            .AddSingleton(new DefaultPlaybooks(options.Files))
            .AddSingleton<PlaybookCatalog>()
            .AddSingleton<IPlaybooks>(provider => provider.GetRequiredService<PlaybookCatalog>())
            .AddSingleton<PlaybookPlugins>()
            .AddSingleton<PlaybookEditor>()
            .AddHostedService<PlaybookWatch>();
    }
}
