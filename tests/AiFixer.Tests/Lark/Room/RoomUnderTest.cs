using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Messages;
using AiFixer.Core.Policy;
using AiFixer.Engine.Running;
using AiFixer.Lark.Room;
using AiFixer.Storage;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Storage;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Lark.Room;

/// <summary>A real store, a fake chat, and what keeps the one in line with the other.</summary>
internal sealed class RoomUnderTest : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TestDatabase _database;
    private int _written;
    private string _digest = "";

    private RoomUnderTest(TestDatabase database, JournalStore store, RoomOptions options)
    {
        (_database, Store, Options) = (database, store, options);
        Posted = new(store.Posted);
        Keeper = NewKeeper("one");
    }

    public JournalStore Store { get; }

    public RoomOptions Options { get; }

    /// <summary>The store as the keeper has it: it fails when it is told to.</summary>
    public FailingPosted Posted { get; }

    public FakeLark Lark { get; } = new();

    public ManualTime Time { get; } = new(Given.Start);

    public RoomKeeper Keeper { get; private set; }

    public static async Task<RoomUnderTest> NewAsync(string provider, SharedPostgres postgres, RoomOptions? options = null)
    {
        var database = await TestDatabase.NewAsync(provider, postgres);
        var room = new RoomUnderTest(database, await database.OpenAsync(), options ?? new() { Chat = "oc_oncall" });
        // The first look of all begins with what happens from then on.
        await room.Keeper.LookAsync(None);
        return room;
    }

    /// <summary>What a process has in memory is gone.</summary>
    public void Restart() => Keeper = NewKeeper("one");

    public RoomKeeper NewKeeper(string holder)
    {
        var post = new MessagePost(Lark, Posted, Options, Time);
        var pause = new RoomPause(Time);
        var writer = new RoomWriter(Store.Journal, Posted, post, new(Lark, Posted, Time), Plan, new(Options), pause);
        return new(Store.Changes, Posted, writer, pause, holder, Time, NullLogger<RoomKeeper>.Instance);
    }

    public RoomPlan Plan => new(Store.Journal, new(new PolicyOptions(), Store.Budgets), Options);

    /// <summary>Changes rows behind the store's back.</summary>
    public Task<int> ExecuteAsync(string statement) => _database.ExecuteAsync(statement);

    /// <summary>Writes what a story has come to, and nothing looks yet.</summary>
    public async Task WriteAsync(Story story)
    {
        foreach (var entry in story.Entries.Skip(_written))
        {
            var verdict = await Store.Journal.AppendAsync(
                new()
                {
                    Incident = story.State.Id,
                    ExpectedVersion = _written,
                    PreviousDigest = _digest,
                    Entry = IncidentJson.Write(entry),
                    Snapshot = IncidentJson.Write(story.State),
                    Row = Projection.Of(story.State),
                },
                None);
            _digest = verdict.ShouldBeOfType<AppendVerdict.Stored>().Digest;
            _written++;
        }
    }

    /// <summary>Looks until there is nothing more to do now.</summary>
    public async Task LookAsync()
    {
        while (await Keeper.LookAsync(None))
        {
        }
    }

    public async Task TellAsync(Story story)
    {
        await WriteAsync(story);
        await LookAsync();
    }

    /// <summary>So much time passes that everything is due again.</summary>
    public async Task PassAsync()
    {
        Time.Advance(TimeSpan.FromMinutes(2));
        await _database.ExecuteAsync("update message_work set due = 0");
        await LookAsync();
    }

    public Task<MessageWork?> WorkAsync() => Store.Posted.WorkAsync(RoomKeys.Channel, Given.Id, None);

    public async Task<FakeMessage> MessageAsync(string part)
    {
        var posted = await Store.Posted.ListAsync(RoomKeys.Channel, Given.Id, None);
        var id = posted.Single(message => message.Part == part).MessageId;
        return Lark.Messages.Single(message => message.Id == id);
    }

    /// <summary>Everything that is there is what should be, once.</summary>
    public async Task ShouldShowAsync(Story story)
    {
        (await WorkAsync()).ShouldBeNull();
        foreach (var posted in await Store.Posted.ListAsync(RoomKeys.Channel, Given.Id, None))
        {
            if (posted.Part is ReactionPost.Part or ChatAlert.Part)
                continue;
            var scene = new RoomScene(AiFixer.Lark.Texts.Words.English, Options.Pages);
            var wanted = posted.Part == RoomView.Copy
                ? RoomView.CopyOf(story.State, scene)
                : RoomView.Of(story.State, RoomHistory.Of(story.Entries), await FactsAsync(story), scene).Part(posted.Part);
            var message = Lark.Messages.Single(message => message.Id == posted.MessageId);
            if (!Lark.IsGone(message.Id))
                message.Content.ToJsonString().ShouldBe(wanted.Card.ToJsonString(), posted.Part);
        }
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    private async Task<RoomFacts> FactsAsync(Story story) => story.State.Status == IncidentStatus.AwaitingProposalApproval
        ? await new FixBudget(new PolicyOptions(), Store.Budgets).ReadAsync(None)
        : RoomFacts.None;
}
