using System.Reflection;
using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Engines;

/// <summary>Runs incidents in this process or leaves them to silos, as the setting <c>Engine</c> says.</summary>
public static class EngineChoice
{
    public const string Key = "Engine";
    internal const string ClusterAssembly = "AiFixer.Grains";
    private const string ClusterType = "AiFixer.Grains.Clients.ClusterEngine";

    public static EngineKind Read(IConfiguration configuration, ConfigurationProblems problems) =>
        new SettingsReader(configuration, problems).Choice(Key, EngineKind.Local);

    public static void AddEngine(this IHostApplicationBuilder builder, EngineKind kind, ConfigurationProblems problems)
    {
        if (kind == EngineKind.Local)
            builder.AddAiFixer(problems);
        else if (FindCluster(ClusterAssembly) is { } cluster)
            cluster.Add(builder, problems);
        else
            problems.Add(Key, "this build has no Orleans, which cluster needs: build again where Microsoft.Orleans can be restored (AIFIXER_NUGET_CONFIG may name a NuGet configuration with a feed that has it), or leave Engine at local");
    }

    /// <returns>Null when this build does not have it.</returns>
    internal static IClusterEngine? FindCluster(string assembly)
    {
        try
        {
            var type = Assembly.Load(new AssemblyName(assembly)).GetType(ClusterType, throwOnError: true)!;
            return (IClusterEngine)Activator.CreateInstance(type)!;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
