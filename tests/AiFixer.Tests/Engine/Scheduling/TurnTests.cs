using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Tests.Engine.Scheduling;

public sealed class TurnTests
{
    private static readonly WorkTurn Noisy = new("noisy", false);
    private static readonly WorkTurn Quiet = new("quiet", false);
    private readonly WorkQueue queue = new(100);

    [Fact]
    public async Task Sources_take_turns_so_that_a_noisy_one_holds_up_itself_alone()
    {
        for (var i = 0; i < 50; i++)
            queue.Offer(new($"noisy {i}"), new(Lane.Alert, Noisy));
        queue.Offer(new("quiet 0"), new(Lane.Alert, Quiet));
        queue.Offer(new("quiet 1"), new(Lane.Alert, Quiet));

        (await TakeAsync(5)).ShouldBe(["noisy 0", "quiet 0", "noisy 1", "quiet 1", "noisy 2"]);
    }

    [Fact]
    public async Task What_is_urgent_goes_before_all_else()
    {
        queue.Offer(new("running"), new(Lane.Lifecycle, Noisy));
        queue.Offer(new("new"), new(Lane.Alert, Quiet));
        queue.Offer(new("urgent"), new(Lane.Alert, Noisy with { Urgent = true }));

        (await TakeAsync(3)).ShouldBe(["urgent", "running", "new"]);
    }

    [Fact]
    public async Task What_is_urgent_is_so_too_when_it_comes_again()
    {
        var urgent = new WorkTurn("noisy", true);
        queue.Offer(new("urgent"), new(Lane.Alert, urgent));
        await TakeAsync(1);
        queue.Offer(new("running"), new(Lane.Lifecycle, Noisy));

        queue.Offer(new("urgent"), new(Lane.Lifecycle, urgent));
        queue.Done(new("urgent"));

        (await TakeAsync(2)).ShouldBe(["urgent", "running"]);
    }

    [Fact]
    public void What_is_urgent_finds_room_in_a_queue_that_is_full_of_others()
    {
        for (var i = 0; i < 100; i++)
            queue.Offer(new($"noisy {i}"), new(Lane.Alert, Noisy));

        queue.Offer(new("noisy again"), new(Lane.Alert, Noisy)).ShouldBeFalse();
        queue.Offer(new("urgent"), new(Lane.Alert, Quiet with { Urgent = true })).ShouldBeTrue();
    }

    [Fact]
    public async Task The_first_of_a_quiet_source_finds_room_in_a_queue_that_is_full_of_others()
    {
        for (var i = 0; i < 100; i++)
            queue.Offer(new($"noisy {i}"), new(Lane.Alert, Noisy));

        queue.Offer(new("quiet"), new(Lane.Alert, Quiet)).ShouldBeTrue();
        queue.Offer(new("quiet again"), new(Lane.Alert, Quiet)).ShouldBeFalse();
        for (var i = 1; i < 12; i++)
            queue.Offer(new($"other {i}"), new(Lane.Alert, new($"other {i}", false))).ShouldBeTrue();
        queue.Offer(new("one too many"), new(Lane.Alert, new("one too many", false))).ShouldBeFalse();
        queue.Offer(new("urgent"), new(Lane.Alert, Quiet with { Urgent = true })).ShouldBeTrue();
        (await TakeAsync(3)).ShouldBe(["urgent", "noisy 0", "quiet"]);
    }

    private async Task<IReadOnlyList<string>> TakeAsync(int count)
    {
        var taken = new List<string>();
        while (taken.Count < count)
            taken.Add((await queue.TakeAsync(TestContext.Current.CancellationToken)).Value);
        return taken;
    }
}
