using System.Text.Json;
using AiFixer.Core.Journal;
using AiFixer.Grains;
using AiFixer.Grains.Claims;
using AiFixer.Grains.Playbooks;
using AiFixer.Grains.Wire;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Cluster.Tests.Claims;

public sealed class OrderedJournalTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private readonly ClaimOrderOptions options = new();
    private readonly MemoryOpenStore store;

    public OrderedJournalTests() => store = new(new MemoryStore(time, isShared: true));

    public static TheoryData<string> Troubles => new("timeout", "letter", "bug");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await store.Lease.AcquireAsync(Stop);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task When_the_line_cannot_be_reached_the_database_decides(string trouble)
    {
        var journal = Journal(new(_ => throw Trouble(trouble)));

        (await journal.AppendAsync(Wanting.OneTarget(), Stop)).ShouldBeOfType<AppendVerdict.Stored>();
        (await journal.AppendAsync(Wanting.OneTarget(), Stop)).ShouldBeOfType<AppendVerdict.ClaimLost>();
    }

    [Fact]
    public async Task A_line_that_cannot_be_reached_costs_one_try_and_is_tried_again_later()
    {
        var line = new LineGrain(_ => throw new TimeoutException());
        var journal = Journal(line);

        await journal.AppendAsync(Wanting.OneTarget(), Stop);
        await journal.AppendAsync(Wanting.OneTarget(), Stop);
        line.Entered.ShouldBe(1);
        time.Advance(options.Pause);
        await journal.AppendAsync(Wanting.OneTarget(), Stop);

        line.Entered.ShouldBe(2);
    }

    [Fact]
    public async Task A_turn_grants_nothing_that_the_database_refuses()
    {
        var line = new LineGrain(_ => Task.FromResult(Letters.Write(new ClaimTurn.Go(1), WireJson.Default.ClaimTurn)));
        var journal = Journal(line);

        (await journal.AppendAsync(Wanting.OneTarget(), Stop)).ShouldBeOfType<AppendVerdict.Stored>();
        (await journal.AppendAsync(Wanting.OneTarget(), Stop)).ShouldBeOfType<AppendVerdict.ClaimLost>();
    }

    [Fact]
    public async Task What_is_known_to_be_held_is_said_in_our_own_time()
    {
        var held = new ClaimTurn.Held(new("INC-1"), TimeSpan.FromSeconds(40));
        var journal = Journal(new(_ => Task.FromResult(Letters.Write<ClaimTurn>(held, WireJson.Default.ClaimTurn))));

        var verdict = await journal.AppendAsync(Wanting.OneTarget(), Stop);

        verdict.ShouldBe(new AppendVerdict.ClaimLost(Wanting.Target, new("INC-1"), time.GetUtcNow() + held.For, held.For));
    }

    [Fact]
    public async Task Claims_that_few_want_are_not_lined_up_for()
    {
        var line = new LineGrain(_ => throw new InvalidOperationException());
        var journal = Journal(line);

        await journal.AppendAsync(Wanting.Of(new Claim(ClaimKeys.Open("f")), new Claim(ClaimKeys.Inbox("i")), new Claim(ClaimKeys.Grant("g"), Once: true)), Stop);

        line.Entered.ShouldBe(0);
    }

    private static Exception Trouble(string name) => name switch
    {
        "timeout" => new TimeoutException(),
        "letter" => new JsonException("It is written in format 2."),
        _ => new InvalidOperationException(),
    };

    private OrderedJournal Journal(LineGrain line) =>
        new(store.Journal, new(new(_ => line, Nobody), options, time, NullLogger<ClaimLine>.Instance), new(Nobody, NullLogger<HealNews>.Instance), time);

    private static IPlaybookGrain Nobody(string playbook) => throw new InvalidOperationException($"Nothing is about {playbook}.");
}
