using AiFixer.Core.Ports;
using AiFixer.Engine.Running;
using AiFixer.Grains.Changes;
using AiFixer.Grains.Membership;
using AiFixer.Hosting;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Grains.Clients;

/// <summary>Makes a gateway one that talks to silos. Found by its name, because not every build has it.</summary>
public sealed class ClusterEngine : IClusterEngine
{
    public void Add(IHostApplicationBuilder builder, ConfigurationProblems problems)
    {
        builder.AddAiFixerReader(problems);
        builder.Services
            .AddSingleton(ClusterSettings.Read(builder.Configuration, problems))
            .AddSingleton<ClusterConnection>()
            .AddSingleton<IClusterGate>(provider => provider.GetRequiredService<ClusterConnection>())
            .AddSingleton<IHostReadiness>(provider => provider.GetRequiredService<ClusterConnection>())
            .AddHostedService(provider => provider.GetRequiredService<ClusterConnection>())
            .AddClusterHost();
    }
}
