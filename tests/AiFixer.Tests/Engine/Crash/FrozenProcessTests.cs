using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Tests.Engine.Crash;

/// <summary>Two processes share a store. One freezes with a call in its hands, the other takes over, the first wakes up.</summary>
public sealed class FrozenProcessTests : IAsyncLifetime
{
    private const int TurnsOfALease = 30;

    /// <summary>The grant outlives the sleeper's lease.</summary>
    private static readonly WorkflowRules Rules = EngineSettings.Auto with { GrantLifetime = TimeSpan.FromHours(1), SendMargin = TimeSpan.FromMinutes(1) };

    /// <summary>How long a call may be on its way: the margin, the plugin's timeout, and the margin again.</summary>
    private static readonly TimeSpan Longest = LedgerFix.Timeout + (2 * Rules.SendMargin);

    private readonly ManualTime time = new();
    private readonly MemoryStore store;
    private readonly Ledger ledger;
    private readonly FreezingStore freezing;
    private readonly LocalProcess sleeper;
    private readonly LocalProcess other;

    public FrozenProcessTests()
    {
        store = new(time, isShared: true);
        ledger = new(time);
        freezing = new(new MemoryOpenStore(store));
        sleeper = Process(freezing);
        other = Process(new MemoryOpenStore(store));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await sleeper.StartAsync();
        await other.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        freezing.Thaw();
        await sleeper.SettleAsync();
        await sleeper.StopAsync();
        await other.StopAsync();
        await store.DisposeAsync();
    }

    [Theory]
    [InlineData("Set", IncidentStatus.Resolved, 1)]
    [InlineData("Swap", IncidentStatus.Resolved, 1)]
    [InlineData("Append", IncidentStatus.Escalated, 0)]
    public async Task What_the_sleeper_had_in_its_hands_never_leaves_once_others_took_over(string fix, IncidentStatus end, int done)
    {
        var id = await FreezeAsync(fix);
        await TurnsAsync(2 * TurnsOfALease);
        State(id).Status.ShouldBe(end);

        freezing.Thaw();
        await sleeper.SettleAsync();
        await TurnsAsync(3);

        ledger.Effects.Count.ShouldBe(done);
        State(id).Status.ShouldBe(end);
    }

    [Fact]
    public async Task Nobody_touches_it_while_it_may_be_on_its_way()
    {
        var id = await FreezeAsync("Set");

        await TurnsAsync(Turns(Longest) - 1);

        State(id).Task!.Due.ShouldBeLessThan(time.GetUtcNow());
        State(id).Task!.Started.ShouldBeTrue();
        State(id).Phase.ShouldBe(Phase.None);
    }

    /// <summary>Somebody who lives and never says what came of it would otherwise be waited for until they die.</summary>
    [Fact]
    public async Task It_is_looked_up_while_the_sleeper_still_has_its_lease_and_then_does_not_leave_any_more()
    {
        var id = await FreezeAsync("Append");
        await TurnsAsync(TurnsOfALease - 2);
        State(id).Phase.ShouldBe(Phase.Reconciling);

        freezing.Thaw();
        await sleeper.SettleAsync();
        await TurnsAsync(TurnsOfALease);

        ledger.Effects.ShouldBeEmpty();
        State(id).Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public async Task A_sleeper_that_wakes_up_in_time_sends_it_itself()
    {
        var id = await FreezeAsync("Append");
        await TurnsAsync(Turns(Rules.SendMargin) - 1);

        freezing.Thaw();
        await sleeper.SettleAsync();
        await TurnsAsync(2 * TurnsOfALease);

        ledger.Effects.ShouldHaveSingleItem();
        State(id).Status.ShouldBe(IncidentStatus.Resolved);
    }

    private static int Turns(TimeSpan span) => (int)(span / EngineSettings.Turn);

    private async Task<IncidentId> FreezeAsync(string fix)
    {
        var receipts = await sleeper.Host.ReportAsync([Alerts.Firing("a", time.GetUtcNow(), fix)], Stop);
        await freezing.Frozen;
        return receipts[0].Incident!.Value;
    }

    /// <summary>The clock goes on for both; only the other is seen to notice.</summary>
    private async Task TurnsAsync(int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            await other.NoticeTimeAsync(() => time.Advance(EngineSettings.Turn));
            await other.SettleAsync();
        }
    }

    private Incident State(IncidentId id)
    {
        lock (store.Gate)
            return StoredState.Read(store.Incidents[id], store.Entries[id]);
    }

    private LocalProcess Process(IOpenStore open) => new(
        open, ledger, new(), new Life(), Rules, EngineSettings.Options with { SharedStore = true }, time, analyst => analyst);
}
