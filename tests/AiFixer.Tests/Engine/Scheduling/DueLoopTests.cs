using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Engine;
using AiFixer.Engine.Scheduling;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Scheduling;

public sealed class DueLoopTests
{
    private static readonly IncidentId First = new("first");
    private static readonly IncidentId Second = new("second");

    [Fact]
    public async Task A_look_that_found_no_room_is_taken_at_the_next_scan()
    {
        var time = new ManualTime();
        await using var store = new MemoryStore(time);
        var queue = new WorkQueue(1);
        using var stopping = new CancellationTokenSource();
        var rechecks = new Rechecks(time);
        var options = new EngineOptions();
        var loop = new DueLoop(new MemoryOpenStore(store), queue, rechecks, options, new(), time, NullLogger<DueLoop>.Instance);
        queue.Offer(First, new(Lane.Lifecycle, default));
        rechecks.Add(Second, TimeSpan.Zero);

        var running = loop.RunAsync(stopping.Token);
        (await queue.TakeAsync(stopping.Token)).ShouldBe(First);
        queue.Done(First);
        time.Advance(options.ScanInterval);

        (await queue.TakeAsync(stopping.Token).AsTask().WaitAsync(Eventually.DefaultLimit, TimeProvider.System, stopping.Token)).ShouldBe(Second);
        await stopping.CancelAsync();
        await running;
    }
}
