using AiFixer.Playground.Api;
using AiFixer.Playground.Lark.Connection;
using AiFixer.Playground.Lark.Page;
using AiFixer.Playground.Lark.Push;
using AiFixer.Playground.Lark.Rest;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark;

/// <summary>A Lark to practise with: the open platform's endpoints on loopback, and a room in which people write and click.</summary>
public sealed class PracticeLark : IAsyncDisposable
{
    private readonly RoomIds ids;
    private readonly EventPush push;
    private readonly TenantTokens tokens;
    private readonly ConnectionTickets tickets;
    private ApiHost? host;

    private PracticeLark(PracticeLarkOptions options)
    {
        Options = options;
        ids = new(options.Seed);
        push = new(options);
        tokens = new(options, ids);
        tickets = new(options, ids);
        Hub = new(options, ids, tickets);
        push.Way = Hub;
        Room = new(options, ids, push);
        if (options.Seeded)
            Seed();
    }

    public PracticeLarkOptions Options { get; }

    /// <summary>Where it listens, for instance <c>http://127.0.0.1:43117</c>.</summary>
    public Uri Url => host!.Url;

    /// <summary>The address of a chat's custom bot.</summary>
    public Uri HookOf(RoomChat chat) => new(Url, $"/open-apis/bot/v2/hook/{chat.Id}");

    /// <summary>Who is there and what was said.</summary>
    public LarkRoom Room { get; }

    /// <summary>What can go wrong here.</summary>
    public LarkFaults Faults { get; } = new();

    /// <summary>How many long connections the app has.</summary>
    public int Connections => Hub.Open.Count;

    /// <summary>Every attempt to tell the app of an event.</summary>
    public IReadOnlyList<RoomDelivery> Deliveries => push.Log;

    /// <summary>How many tokens were made.</summary>
    public int TokensMade => tokens.Made;

    public static async Task<PracticeLark> StartAsync(PracticeLarkOptions? options = null, CancellationToken cancellationToken = default)
    {
        var lark = new PracticeLark(options ?? new());
        RequestDelegate platform = new LarkApi(lark.Options, lark.Room, lark.Faults, lark.tokens, lark.tickets, lark.Hub).HandleAsync;
        RequestDelegate api = new ChatPage(lark.Options, lark.Room, platform).HandleAsync;
        lark.host = await ApiHost.StartAsync(lark.Options.Port, api, api, cancellationToken);
        return lark;
    }

    internal ConnectionHub Hub { get; }

    /// <summary>Events and clicks go to this address from now on, rather than over the app's connections.</summary>
    public void PushTo(Uri webhook)
    {
        var before = push.Way;
        push.Way = new WebhookWay(Options, ids, webhook);
        (before as IDisposable)?.Dispose();
    }

    /// <summary>Asks the address for the challenge, as the platform does before it takes it.</summary>
    public Task<bool> ChallengeAsync(CancellationToken cancellationToken) =>
        push.Way is WebhookWay way ? way.ChallengeAsync(cancellationToken) : Task.FromResult(false);

    /// <summary>Sends an event again, as if its answer had been lost. False when there is no such event or it was not taken.</summary>
    public async Task<bool> SendAgainAsync(string eventId, CancellationToken cancellationToken) =>
        await push.AgainAsync(eventId, cancellationToken) is { Problem: 0 };

    /// <summary>No token that was handed out is good any more.</summary>
    public void ExpireTokens() => tokens.ExpireAll();

    public async ValueTask DisposeAsync()
    {
        await push.DisposeAsync();
        if (host is not null)
            await host.DisposeAsync();
    }

    private void Seed()
    {
        var alice = Room.AddPerson("Alice");
        var bob = Room.AddPerson("Bob");
        var carol = Room.AddPerson("Carol");
        var monitor = Room.AddPerson("Monitor", isBot: true);
        Room.AddGroup("On call", alice, bob, carol, monitor);
    }
}
