using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Running;

public sealed class ChangeSinkTests
{
    private readonly ManualTime time = new(Given.Start);
    private readonly WorkQueue queue = new(1);
    private readonly Rechecks rechecks;
    private readonly ChangeSink sink;

    public ChangeSinkTests()
    {
        rechecks = new(time);
        sink = new(new ChangeFeed(), queue, rechecks, new(), new(new(), time), time);
    }

    [Fact]
    public async Task Work_that_is_owed_now_is_handed_to_the_workers()
    {
        sink.Changed(Story.Open().State, 1);

        (await queue.TakeAsync(CancellationToken.None)).ShouldBe(Given.Id);
    }

    [Fact]
    public void One_that_waits_or_whose_call_is_out_wants_no_worker()
    {
        sink.Changed(Stories.AskedAboutDiagnosis().State, 1);
        sink.Changed(Stories.Sending().State, 2);

        queue.Count.ShouldBe(0);
    }

    /// <summary>Its due time is when watching ends, so nothing else would find it before that.</summary>
    [Fact]
    public void Watching_that_finds_no_room_is_looked_at_again_soon()
    {
        queue.Offer(new("other"), WorkPlace.Of(Stories.Verifying().State, new()));

        sink.Changed(Stories.Verifying().State, 1);
        rechecks.TakeDue().ShouldBe([Given.Id]);
        sink.Changed(Story.Open().State, 1);
        rechecks.TakeDue().ShouldBeEmpty("it is found by its due time");
    }
}
