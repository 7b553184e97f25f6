using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using AiFixer.Lark.Talk;
using AiFixer.Lark.Talk.Commands;
using AiFixer.Storage;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Lark.Cards;
using AiFixer.Tests.Lark.Room;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Lark.Talk;

/// <summary>A chat in which people click and write, and what listens to them.</summary>
internal sealed class TalkUnderTest : IAsyncDisposable
{
    public const string Chat = "oc_oncall";
    public static readonly LarkPerson Anna = new("ou_anna", Name: "Anna");
    public static readonly LarkPerson Ada = new("ou_ada", Name: "Ada");
    public static readonly LarkPerson Otto = new("ou_otto", Name: "Otto");
    public static readonly LarkPerson Stranger = new("ou_stranger", Name: "Eve <at id=all></at>");
    private static readonly CancellationToken None = CancellationToken.None;
    private int _events;
    private int _processes;

    private TalkUnderTest(RoomUnderTest room)
    {
        Room = room;
        Host = new(room.Store.Journal, room.Time);
        Start();
    }

    public RoomUnderTest Room { get; }

    public StoreHost Host { get; }

    public TwoPlugins Plugins { get; } = new();

    public LarkEvents Events { get; private set; } = null!;

    public InboxService Inbox { get; private set; } = null!;

    public Clicking Clicking { get; private set; } = null!;

    public MessageHandling Handling { get; private set; } = null!;

    public static async Task<TalkUnderTest> NewAsync(SharedPostgres postgres, string provider = StorageOptions.Sqlite) =>
        new(await RoomUnderTest.NewAsync(provider, postgres, new()
        {
            Chat = Chat,
            People = new Dictionary<string, MemberOptions>
            {
                [Anna.OpenId] = new(PersonRole.Approver),
                [Ada.OpenId] = new(PersonRole.Admin, "Ada L."),
                [Otto.OpenId] = new(PersonRole.Operator),
            },
        }));

    /// <summary>A process that has just begun.</summary>
    public void Start()
    {
        var (store, options, members) = (Room.Store, Room.Options, new Members(Room.Options));
        var talk = new IncidentTalk(Host, store.Journal, store.Inbox);
        var run = new RunCommand(Plugins, NoPolicyFacts.Instance, talk, store.Journal, Room.Time);
        var commanding = new Commanding(new(store.Queries, store.Journal), new(talk, store.Journal), run, Plugins, store.Posted);
        Handling = new(new PlainHearing(), Host, commanding, members, Room.Lark, new(Room.Lark, Room.Time), options);
        var bell = new InboxBell();
        var reply = new ClickReply(store.Journal, store.Posted, new(store.Journal, store.Posted, Room.Plan, Room.Time));
        Clicking = new(
            store.Inbox, new(members, new(Room.Posted, options)), new(Host, talk), reply, new(), $"process {++_processes}", Room.Time, NullLogger<Clicking>.Instance);
        Inbox = new(store.Inbox, new(Handling, Clicking), bell, $"process {_processes}", Room.Time, NullLogger<InboxService>.Instance);
        Events = new(store.Inbox, bell, Clicking);
    }

    public async Task<Incident> StateAsync() =>
        await StoredState.ReadAsync(Room.Store.Journal, (await Room.Store.Journal.LoadAsync(Given.Id, None))!, None);

    public async Task<long> VersionAsync() => (await Room.Store.Journal.LoadAsync(Given.Id, None))!.Version;

    /// <summary>Somebody uses a button of the card that shows this part.</summary>
    public async Task<ClickAnswer> ClickAsync(LarkPerson? by, string part, string op, string? reason = null)
    {
        var message = await Room.MessageAsync(part);
        return await ClickAsync(by, message.Id, message.Chat, Value(part, op), reason);
    }

    public Task<ClickAnswer> ClickAsync(LarkPerson? by, string message, string chat, JsonObject value, string? reason = null) =>
        DeliverAsync(Click(by, message, chat, value, reason));

    /// <summary>The answer arrives, and the card with it.</summary>
    public async Task<ClickAnswer> DeliverAsync(LarkClick click)
    {
        var answer = await Events.ClickAsync(click, new(), None);
        if (answer.Card is { } card && Room.Lark.Messages.Find(message => message.Id == click.MessageId) is { } shown)
            shown.Content = (JsonObject)card.DeepClone();
        return answer;
    }

    public async Task<LarkClick> ClickOfAsync(LarkPerson? by, string part, string op, string? reason = null)
    {
        var message = await Room.MessageAsync(part);
        return Click(by, message.Id, message.Chat, Value(part, op), reason);
    }

    /// <summary>Whoever held something of the inbox has died, or what waits is due.</summary>
    public Task<int> PassAsync() => Room.ExecuteAsync("update received_messages set due = 0");

    private LarkClick Click(LarkPerson? by, string message, string chat, JsonObject value, string? reason) =>
        new($"event-{++_events}", by, message, chat, value, reason is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["reason"] = reason }, "c-1");

    /// <summary>What a button of that card carries.</summary>
    public static JsonObject Value(string part, string op) => new() { ["op"] = op, ["inc"] = Given.Id.Value, ["part"] = part };

    public LarkMessage Message(LarkPerson by, string text, string? id = null) =>
        new(id ?? $"om_said_{++_events}", Chat, "group", by, "user", "text", new JsonObject { ["text"] = text }.ToJsonString(), Room.Time.GetUtcNow());

    /// <summary>Somebody writes, and it is worked on.</summary>
    public Task<string> SayAsync(LarkPerson by, string text) => SayAsync(Message(by, text));

    /// <returns>What is answered; empty for nothing.</returns>
    public async Task<string> SayAsync(LarkMessage message)
    {
        await Events.MessageAsync(message, None);
        while (await Inbox.LookAsync(None))
        {
        }

        return Answer(message);
    }

    public string Answer(LarkMessage message) =>
        Room.Lark.Messages.SingleOrDefault(reply => reply.Root == message.Id) is { } reply ? Shown.Text(reply.Content) : "";

    public ValueTask DisposeAsync() => Room.DisposeAsync();
}
