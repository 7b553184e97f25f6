using AiFixer.EndToEnd.Support;
using AiFixer.Playground;
using AiFixer.Playground.Lark;
using AiFixer.Playground.Lark.Room;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Lark;

/// <summary>A practice world, a practice Lark with its page, and the service between them: Alice approves, Bob operates, Carol may only look.</summary>
internal sealed class ChatBench : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private PracticeWorld? world;
    private PracticeLark? lark;
    private GatewayProcess? gateway;

    public PracticeLark Lark => lark!;

    public IncidentApi Api => gateway!.Api;

    /// <summary>Writes that really changed something in the world.</summary>
    public int Changes => world!.Record.Count(entry => entry.Changed && !entry.DryRun);

    public static async Task<ChatBench> StartAsync(params IReadOnlyList<(string Key, string Value)> settings)
    {
        var bench = new ChatBench();
        try
        {
            await bench.OpenAsync(settings);
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    public RoomPerson Person(string name) => Lark.Room.People.First(person => person.Name == name);

    /// <summary>Releases a revision of the checkout that crashes, and waits until it does.</summary>
    public async Task BreakCheckoutAsync()
    {
        world!.BreakRollout("shop", "checkout").ShouldBeTrue();
        await Eventually.TrueAsync(() => world.Health("shop", "checkout") is { Restarts: >= 2 }, "the new revision crash-loops");
    }

    public async ValueTask DisposeAsync()
    {
        if (gateway is not null)
            await gateway.DisposeAsync();
        if (lark is not null)
            await lark.DisposeAsync();
        if (world is not null)
            await world.DisposeAsync();
        folder.Dispose();
    }

    private async Task OpenAsync(IReadOnlyList<(string Key, string Value)> settings)
    {
        world = await PracticeWorld.StartAsync();
        lark = await PracticeLark.StartAsync();
        var port = FreePort.Next();
        var all = Settings(new Uri($"http://127.0.0.1:{port}/")).Concat(settings);
        gateway = await GatewayProcess.StartReadyAsync(all.Aggregate(new GatewaySettings { DataFolder = folder.Path, Cluster = world.Url }, (some, one) => some.With(one.Key, one.Value)), port);
        await Eventually.TrueAsync(() => Lark.Connections > 0, "the connection is open");
    }

    private IEnumerable<(string Key, string Value)> Settings(Uri pages) =>
    [
        ("Lark:Mode", "Connection"), ("Lark:Url", Lark.Url.ToString()), ("Lark:AppId", Lark.Options.AppId), ("Lark:AppSecret", Lark.Options.AppSecret),
        ("Lark:Chat", Lark.Room.Chats.First(chat => chat.IsGroup).Id), ("Lark:Pages", pages.ToString()), ("Lark:AlertBotIds:0", Person("Monitor").OpenId),
        ($"Lark:People:{Person("Alice").OpenId}:Role", "Approver"), ($"Lark:People:{Person("Alice").OpenId}:Name", "Alice"),
        ($"Lark:People:{Person("Bob").OpenId}:Role", "Operator"), ($"Lark:People:{Person("Bob").OpenId}:Name", "Bob"),
    ];
}
