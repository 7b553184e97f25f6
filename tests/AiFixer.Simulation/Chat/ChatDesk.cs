using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Hosting.Lark;
using AiFixer.Lark.Client;
using AiFixer.Lark.Intake;
using AiFixer.Lark.Room;
using AiFixer.Lark.Talk;
using AiFixer.Simulation.Kernel;
using AiFixer.Simulation.World;
using AiFixer.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Simulation.Chat;

/// <summary>What one process says and hears in Lark, composed as the product composes it.</summary>
internal sealed class ChatDesk : IAsyncDisposable
{
    private static readonly RoomOptions Options = new()
    {
        Chat = SimChat.Room,
        Chats = new Dictionary<string, ChatOptions> { [SimChat.Room] = new(Role: PersonRole.Approver) },
    };

    private readonly ServiceProvider services;
    private readonly RoomKeeper keeper;
    private readonly InboxService inbox;
    private readonly SimClock clock;
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ChatDesk(Stage stage, SimProcess process, JournalStore store, Func<IIncidentHost> host)
    {
        clock = new(stage.Sim, process);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IJournalReader>(store.Journal)
            .AddSingleton(store.Queries)
            .AddSingleton(store.Changes)
            .AddSingleton(store.Posted)
            .AddSingleton(store.Inbox)
            .AddSingleton(store.Budgets)
            .AddSingleton(stage.Rules.Policy)
            .AddSingleton<IPluginHost>(new SimPlugins(stage, process))
            .AddSingleton<IPolicyFacts>(new SimFacts(stage))
            .AddSingleton(_ => host())
            .AddSingleton<ILarkClient>(new SimChatClient(stage, process))
            .AddRoom(Options, new(), process.Name)
            .AddSingleton<LarkIntake>()
            .BuildServiceProvider();
        keeper = services.GetRequiredService<RoomKeeper>();
        inbox = services.GetRequiredService<InboxService>();
    }

    /// <summary>Where what the platform tells arrives.</summary>
    public LarkIntake Intake => services.GetRequiredService<LarkIntake>();

    /// <summary>Ends when whatever happens from then on is told.</summary>
    public Task Begun => begun.Task;

    public async Task TalkAsync(IPostedMessages posted, CancellationToken stop)
    {
        await BeginAsync(posted);
        begun.SetResult();
        await Task.WhenAll(
            Loop(services.GetRequiredService<RoomBell>()).RunAsync(keeper.LookAsync, stop),
            Loop(services.GetRequiredService<InboxBell>().Bell).RunAsync(inbox.LookAsync, stop),
            Loop(services.GetRequiredService<InboxBell>().Bell).RunAsync(inbox.LookAsync, stop));
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task BeginAsync(IPostedMessages posted)
    {
        while (true)
        {
            try
            {
                await keeper.LookAsync(CancellationToken.None);
                if (await posted.PositionAsync(RoomKeys.Channel, CancellationToken.None) is not null)
                    return;
            }
            catch (JournalUnavailableException)
            {
                // It is looked at again.
            }

            await clock.PassAsync(TimeSpan.FromSeconds(1));
        }
    }

    private StoreLoop Loop(RoomBell bell) => new("Lark", bell, TimeSpan.FromSeconds(5), clock, NullLogger.Instance);
}
