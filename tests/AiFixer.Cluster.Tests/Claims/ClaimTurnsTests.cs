using AiFixer.Core;
using AiFixer.Grains.Claims;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Claims;

public sealed class ClaimTurnsTests
{
    private static readonly TimeSpan Cooldown = TimeSpan.FromMinutes(5);
    private static readonly ClaimOrderOptions Options = new();

    private readonly ManualTime time = new();
    private readonly ClaimTurns turns;

    public ClaimTurnsTests() => turns = new(Options, time, time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_waits_until_the_one_before_is_back()
    {
        var ticket = await TicketAsync("a");
        var next = EnterAsync("b");

        next.IsCompleted.ShouldBeFalse();
        turns.Leave(new ClaimNews.Nothing(ticket));

        (await next).ShouldBeOfType<ClaimTurn.Go>();
    }

    [Fact]
    public async Task What_one_has_taken_nobody_else_asks_for_while_it_is_held()
    {
        await TakeAsync("a");

        (await EnterAsync("b")).ShouldBe(new ClaimTurn.Held(Id("a"), Cooldown));
        (await EnterAsync("a")).ShouldBeOfType<ClaimTurn.Go>();
    }

    [Fact]
    public async Task What_was_said_before_it_was_given_back_is_not_remembered()
    {
        var ticket = await TicketAsync("b");
        turns.Forget();

        turns.Leave(new ClaimNews.Lost(ticket, 0, Id("a"), Cooldown));

        (await EnterAsync("c")).ShouldBeOfType<ClaimTurn.Go>();
    }

    [Fact]
    public async Task What_is_said_after_it_was_given_back_is_remembered()
    {
        turns.Forget();
        await TakeAsync("a");

        (await EnterAsync("b")).ShouldBeOfType<ClaimTurn.Held>();
    }

    [Fact]
    public async Task All_who_wait_are_answered_by_one_who_lost()
    {
        var ticket = await TicketAsync("a");
        var others = Enumerable.Range(0, 9).Select(number => EnterAsync($"b{number}")).ToList();

        turns.Leave(new ClaimNews.Lost(ticket, 0, Id("z"), Cooldown));

        (await Task.WhenAll(others)).ShouldAllBe(answer => answer == new ClaimTurn.Held(Id("z"), Cooldown));
    }

    [Fact]
    public async Task It_is_held_for_no_longer_than_counted_from_before_the_database_was_asked()
    {
        var ticket = await TicketAsync("a");
        time.Advance(TimeSpan.FromSeconds(1));

        turns.Leave(new ClaimNews.Taken(ticket, new(Id("a"), 0), Cooldown));

        (await EnterAsync("b")).ShouldBe(new ClaimTurn.Held(Id("a"), Cooldown - TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task What_the_database_said_is_gone_by_for_a_while_only()
    {
        await TakeAsync("a");
        time.Advance(Options.Memory);

        (await EnterAsync("b")).ShouldBeOfType<ClaimTurn.Go>();
    }

    [Fact]
    public async Task A_claim_that_ends_sooner_is_asked_for_sooner()
    {
        await TakeAsync("a", heldFor: TimeSpan.FromSeconds(3));
        time.Advance(TimeSpan.FromSeconds(3));

        (await EnterAsync("b")).ShouldBeOfType<ClaimTurn.Go>();
    }

    [Fact]
    public async Task What_was_given_back_is_asked_for_at_once()
    {
        await TakeAsync("a");

        turns.Forget();

        (await EnterAsync("b")).ShouldBeOfType<ClaimTurn.Go>();
    }

    [Fact]
    public async Task The_turn_of_one_who_does_not_come_back_ends()
    {
        await TicketAsync("a");
        var next = EnterAsync("b");

        time.Advance(Options.Turn);

        (await next).ShouldBeOfType<ClaimTurn.Go>().Ticket.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_comes_back_after_its_turn_teaches_nothing()
    {
        var ticket = await TicketAsync("a");
        time.Advance(Options.Turn);
        var next = await TicketAsync("b");

        turns.Leave(new ClaimNews.Taken(ticket, new(Id("a"), 0), Cooldown));
        turns.Leave(new ClaimNews.Nothing(next));

        (await EnterAsync("c")).ShouldBeOfType<ClaimTurn.Go>();
    }

    [Fact]
    public async Task Nobody_waits_for_long()
    {
        await TicketAsync("a");
        var (second, third, fourth) = (EnterAsync("b"), EnterAsync("c"), EnterAsync("d"));

        // The second is given the turn of the first, and does not come back either; the third is given that of the second.
        for (var waits = 0; waits < Options.Patience; waits++)
        {
            time.Advance(Options.Turn);
            await Eventually.TrueAsync(() => Task.FromResult(time.ArmedTimers > 0 || fourth.IsCompleted), "the others wait on", cancellation: Stop);
        }

        (await Task.WhenAll(second, third, fourth)).ShouldAllBe(answer => answer is ClaimTurn.Go);
    }

    [Fact]
    public async Task Of_a_quota_as_many_may_ask_as_there_are_units_left()
    {
        turns.Leave(new ClaimNews.Taken(await TicketAsync("a", slots: 3), new(Id("a"), 3), Cooldown));

        var second = await TicketAsync("b", slots: 3);
        await TicketAsync("c", slots: 3);
        var fourth = EnterAsync("d", slots: 3);

        fourth.IsCompleted.ShouldBeFalse();
        turns.Leave(new ClaimNews.Nothing(second));
        (await fourth).ShouldBeOfType<ClaimTurn.Go>();
    }

    [Fact]
    public async Task Who_knows_nothing_of_a_quota_sends_one_ahead()
    {
        await TicketAsync("a", slots: 3);

        EnterAsync("b", slots: 3).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task When_each_unit_was_taken_nobody_asks_for_another()
    {
        for (var unit = 0; unit < 3; unit++)
        {
            var name = $"a{unit}";
            turns.Leave(new ClaimNews.Taken(await TicketAsync(name, slots: 3), new(Id(name), 3), Cooldown + TimeSpan.FromSeconds(unit)));
        }

        (await EnterAsync("b", slots: 3)).ShouldBe(new ClaimTurn.Held(Id("a0"), Cooldown));
    }

    [Fact]
    public async Task Who_has_more_units_to_take_from_asks_though_fewer_are_used_up()
    {
        turns.Leave(new ClaimNews.Lost(await TicketAsync("a", slots: 3), 3, Id("z"), Cooldown));

        (await EnterAsync("b", slots: 2)).ShouldBeOfType<ClaimTurn.Held>();
        (await EnterAsync("b", slots: 4)).ShouldBeOfType<ClaimTurn.Go>();
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_line()
    {
        using var giveUp = new CancellationTokenSource();
        var ticket = await TicketAsync("a");
        var second = turns.EnterAsync(new(Id("b"), 0), giveUp.Token);
        var third = EnterAsync("c");

        await giveUp.CancelAsync();
        await second;
        turns.Leave(new ClaimNews.Nothing(ticket));

        (await third).ShouldBeOfType<ClaimTurn.Go>().Ticket.ShouldNotBeNull();
    }

    private static IncidentId Id(string name) => new(name);

    private async Task TakeAsync(string name, TimeSpan? heldFor = null) =>
        turns.Leave(new ClaimNews.Taken(await TicketAsync(name), new(Id(name), 0), heldFor ?? Cooldown));

    private async Task<long> TicketAsync(string name, int slots = 0) =>
        (await EnterAsync(name, slots)).ShouldBeOfType<ClaimTurn.Go>().Ticket.ShouldNotBeNull();

    private Task<ClaimTurn> EnterAsync(string name, int slots = 0) => turns.EnterAsync(new(Id(name), slots), Stop);
}
