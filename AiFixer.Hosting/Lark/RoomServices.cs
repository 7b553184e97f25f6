using System.Globalization;
using AiFixer.Core.Alerts;
using AiFixer.Hosting.Configuration;
using AiFixer.Lark;
using AiFixer.Lark.Alerts;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using AiFixer.Lark.Talk;
using AiFixer.Lark.Talk.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Lark;

/// <summary>Registers what is said and heard in Lark. Wants a client of it from the container.</summary>
public static class RoomServices
{
    /// <summary>The same from the configuration, unless Lark is off. Comes before what listens on the wire.</summary>
    public static void AddLarkRoom(this IHostApplicationBuilder builder, ConfigurationProblems problems)
    {
        // What is wrong with the app itself says whoever adds the wire.
        if (!LarkSettings.Read(new(builder.Configuration, new())).IsOn)
            return;
        var lark = new SettingsReader(builder.Configuration, problems).Section(LarkOptions.Section);
        builder.Services.AddRoom(RoomSettings.Read(lark), LarkAlertSettings.Read(lark));
    }

    /// <param name="alerts">Which messages are alerts. How their labels are read says whoever reads alerts of other senders too.</param>
    public static IServiceCollection AddRoom(this IServiceCollection services, RoomOptions options, LarkAlertOptions alerts) => services
        .AddSingleton(options)
        .AddSingleton<IHearing>(provider => new AlertHearing(new(provider.GetService<AlertOptions>() ?? new(), alerts)))
        .AddSingleton<RoomBell>()
        .AddSingleton<RoomPause>()
        .AddSingleton<FixBudget>()
        .AddSingleton<MessagePost>()
        .AddSingleton<ReactionPost>()
        .AddSingleton<RoomWriter>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<RoomKeeper>(provider, Holder(provider)))
        .AddSingleton<Undelivered>()
        .AddSingleton<Members>()
        .AddSingleton<ClickedCard>()
        .AddSingleton<Clicking>()
        .AddSingleton<InboxBell>()
        .AddSingleton<OurName>()
        .AddSingleton<IncidentTalk>()
        .AddSingleton<StatusCommands>()
        .AddSingleton<DecisionCommands>()
        .AddSingleton<RunCommand>()
        .AddSingleton<Commanding>()
        .AddSingleton<MessageHandling>()
        .AddSingleton<ILarkEvents, LarkEvents>()
        .AddSingleton<IHostedService, RoomService>()
        .AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<InboxService>(provider, Holder(provider)));

    /// <summary>One name for this run of this process.</summary>
    private static string Holder(IServiceProvider provider) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.MachineName}/{Environment.ProcessId}/{provider.GetRequiredService<TimeProvider>().GetUtcNow().Ticks}");
}
