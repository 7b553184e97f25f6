using System.Net;
using AiFixer.Grains.Membership;
using AiFixer.Hosting;
using AiFixer.Hosting.Configuration;
using AiFixer.Silo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace AiFixer.Grains.Next;

/// <summary>A silo without API and pages, which joins another one on this machine when it is told where that is.</summary>
internal static class NextSilo
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        var problems = new ConfigurationProblems();
        var settings = ClusterSettings.Read(builder.Configuration, problems);
        builder.AddSharedAiFixer(problems, (services, options, rules) => services.AddClusterNode(options, rules, new()).AddClusterHost());
        problems.ThrowIfAny();
        builder.Services.AddHostedService<NodeService>();
        var first = new IPEndPoint(IPAddress.Loopback, builder.Configuration.GetValue("First", settings.SiloPort));
        builder.UseOrleans(silo => silo.UseLocalhostClustering(settings.SiloPort, settings.GatewayPort, first, settings.Name, settings.Name));
        builder.Services.AddHostedService<HeartService>();
        await builder.Build().RunAsync();
        return 0;
    }
}
