using System.Globalization;
using AiFixer.Core.Alerts;
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
    /// <param name="alerts">Which messages are alerts. How their labels are read says whoever reads alerts of other senders too.</param>
    /// <param name="holder">One name for this run of this process; null makes one.</param>
    public static IServiceCollection AddRoom(this IServiceCollection services, RoomOptions options, LarkAlertOptions alerts, string? holder = null) => services
        .AddSingleton(options)
        .AddSingleton<IHearing>(provider => new AlertHearing(new(provider.GetService<AlertOptions>() ?? new(), alerts)))
        .AddSingleton<RoomBell>()
        .AddSingleton<RoomPause>()
        .AddSingleton<FixBudget>()
        .AddSingleton<MessagePost>()
        .AddSingleton<ReactionPost>()
        .AddSingleton<RoomPlan>()
        .AddSingleton<RoomPlace>()
        .AddSingleton<RoomWriter>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<RoomKeeper>(provider, holder ?? Holder(provider)))
        .AddSingleton<Undelivered>()
        .AddSingleton<Members>()
        .AddSingleton<ClickedCard>()
        .AddSingleton<AnsweredCard>()
        .AddSingleton<ClickLook>()
        .AddSingleton<ClickDecision>()
        .AddSingleton<ClickReply>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<Clicking>(provider, holder ?? Holder(provider)))
        .AddSingleton<InboxBell>()
        .AddSingleton<OurName>()
        .AddSingleton<IncidentTalk>()
        .AddSingleton<StatusCommands>()
        .AddSingleton<DecisionCommands>()
        .AddSingleton<RunCommand>()
        .AddSingleton<Commanding>()
        .AddSingleton<MessageHandling>()
        .AddSingleton<InboxWork>()
        .AddSingleton<ILarkEvents, LarkEvents>()
        .AddSingleton<IHostedService, RoomService>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<InboxService>(provider, holder ?? Holder(provider)))
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<InboxService>());

    /// <summary>One name for this run of this process.</summary>
    private static string Holder(IServiceProvider provider) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.MachineName}/{Environment.ProcessId}/{provider.GetRequiredService<TimeProvider>().GetUtcNow().Ticks}");
}
