using AiFixer.Bench.Servers;
using AiFixer.Core.Ports;
using AiFixer.Hosting;
using AiFixer.Hosting.Configuration;
using AiFixer.Plugins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Bench.Lives;

/// <summary>The product as it is put together for the gateway, in this process, with a fix that costs nothing.</summary>
internal static class BenchHost
{
    public static Task<IHost> StartAsync(BenchDatabase database, params (string Key, string Value)[] settings) =>
        StartAsync(database, TimeProvider.System, settings);

    public static Task<IHost> StartAsync(BenchDatabase database, TimeProvider time, (string Key, string Value)[] settings) =>
        StartAsync(database, time, settings, _ => { });

    /// <param name="add">What it has besides.</param>
    public static async Task<IHost> StartAsync(
        BenchDatabase database, TimeProvider time, (string Key, string Value)[] settings, Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(Storage(database).Concat(settings).Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        var problems = new ConfigurationProblems();
        builder.Services.AddSingleton(time);
        builder.AddAiFixer(problems);
        problems.ThrowIfAny();
        builder.Services.AddSingleton<IPlugin, NoopPlugin>();
        builder.Services.Replace(ServiceDescriptor.Singleton<IAnalyst, NoopAnalyst>());
        add(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static IEnumerable<(string Key, string Value)> Storage(BenchDatabase database) =>
        database.Settings.Select(setting => (setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value));
}
