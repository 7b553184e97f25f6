using System.Globalization;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using AiFixer.Lark.Talk;
using AiFixer.Lark.Talk.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Hosting.Lark;

/// <summary>Registers what is said and heard in Lark. Wants a client of it from the container.</summary>
internal static class RoomServices
{
    public static IServiceCollection AddRoom(this IServiceCollection services, RoomOptions options) => services
        .AddSingleton(options)
        .AddSingleton<RoomBell>()
        .AddSingleton<RoomPause>()
        .AddSingleton<FixBudget>()
        .AddSingleton<MessagePost>()
        .AddSingleton<ReactionPost>()
        .AddSingleton<RoomWriter>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<RoomKeeper>(provider, Holder(provider)))
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
