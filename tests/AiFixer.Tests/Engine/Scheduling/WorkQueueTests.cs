using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Engine.Scheduling;

namespace AiFixer.Tests.Engine.Scheduling;

public sealed class WorkQueueTests
{
    private static readonly IncidentId A = new("A");
    private static readonly IncidentId B = new("B");

    private readonly WorkQueue queue = new(2);

    [Fact]
    public async Task An_incident_waits_at_most_once()
    {
        queue.Offer(A, new(Lane.Lifecycle, default));
        queue.Offer(A, new(Lane.Lifecycle, default));
        (await queue.TakeAsync(CancellationToken.None)).ShouldBe(A);
        queue.Done(A);

        queue.Count.ShouldBe(0);
    }

    [Fact]
    public async Task One_that_is_wanted_while_a_worker_has_it_comes_again_afterwards()
    {
        queue.Offer(A, new(Lane.Lifecycle, default));
        await queue.TakeAsync(CancellationToken.None);

        queue.Offer(A, new(Lane.Lifecycle, default));
        queue.Offer(B, new(Lane.Lifecycle, default));
        (await queue.TakeAsync(CancellationToken.None)).ShouldBe(B);
        queue.Done(A);

        (await queue.TakeAsync(CancellationToken.None)).ShouldBe(A);
    }

    [Fact]
    public async Task One_whose_latest_state_was_seen_does_not_come_again()
    {
        queue.Offer(A, new(Lane.Lifecycle, default));
        await queue.TakeAsync(CancellationToken.None);
        queue.Offer(A, new(Lane.Lifecycle, default));

        queue.Seen(A);
        queue.Done(A);

        queue.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Running_incidents_go_before_new_alerts()
    {
        queue.Offer(A, new(Lane.Alert, default));
        queue.Offer(B, new(Lane.Lifecycle, default));

        (await queue.TakeAsync(CancellationToken.None)).ShouldBe(B);
        (await queue.TakeAsync(CancellationToken.None)).ShouldBe(A);
    }

    [Fact]
    public void What_finds_no_room_is_told_so()
    {
        queue.Offer(A, new(Lane.Alert, default)).ShouldBeTrue();
        queue.Offer(B, new(Lane.Alert, default)).ShouldBeTrue();

        queue.Offer(new("C"), new(Lane.Lifecycle, default)).ShouldBeFalse();

        queue.Offer(A, new(Lane.Lifecycle, default)).ShouldBeTrue();
        queue.Free.ShouldBe(2, "for what is urgent");
    }
}
