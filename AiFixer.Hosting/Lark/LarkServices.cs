using AiFixer.Hosting.Configuration;
using AiFixer.Lark;
using AiFixer.Lark.Client;
using AiFixer.Lark.Connection;
using AiFixer.Lark.Events;
using AiFixer.Lark.Intake;
using AiFixer.Lark.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Hosting.Lark;

/// <summary>Registers everything on the wire to Lark.</summary>
public static class LarkServices
{
    /// <summary>
    /// Adds the client, what takes events (the long connections, or what the webhook needs), and what is said and heard, unless
    /// somebody else listens already. Adds the options alone when Lark is off.
    /// </summary>
    public static void AddLark(this IHostApplicationBuilder builder, ConfigurationProblems problems)
    {
        var root = new SettingsReader(builder.Configuration, problems);
        var options = LarkSettings.Read(root);
        var services = builder.Services;
        services.AddSingleton(options);
        if (!options.IsOn)
            return;
        if (services.All(service => service.ServiceType != typeof(ILarkEvents)))
            services.AddRoom(RoomSettings.Read(root), LarkAlertSettings.Read(root.Section(LarkOptions.Section)));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ILarkClient>(provider => new LarkClient(options, Handler(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LarkIntake>();
        services.AddSingleton<LarkWebhook>();
        if (options.Mode == LarkMode.Connection)
            AddConnections(services, options);
    }

    private static void AddConnections(IServiceCollection services, LarkOptions options) => services
        .AddSingleton(provider => new LarkConnections(
            options, provider.GetRequiredService<LarkIntake>(), Handler(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LongConnection>>()))
        .AddHostedService(provider => provider.GetRequiredService<LarkConnections>());

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
