using AiFixer.Core.Incidents;
using AiFixer.Engine.Recovery;
using AiFixer.Engine.Tasks;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Tests.Engine.Recovery;

public sealed class LostCallsTests : IAsyncLifetime
{
    private readonly ManualTime time = new(Given.Start);
    private readonly MemoryStore store;
    private readonly MemoryLease ours;
    private readonly MemoryLease theirs;
    private readonly CallsOut callsOut = new();
    private readonly Incident sending = Stories.Sending().State;

    private readonly LostCalls lost;

    public LostCallsTests()
    {
        store = new(time, isShared: true);
        ours = new(store);
        theirs = new(store);
        lost = new(callsOut, ours, new(time), Given.Review);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await ours.AcquireAsync(Stop);
        await theirs.AcquireAsync(Stop);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task A_call_of_a_process_that_lives_is_left_to_it_while_it_may_be_on_its_way()
    {
        (await LookAsync(theirs.Id)).ShouldBeOfType<TaskStep.Later>();
        time.Advance(Longest - TimeSpan.FromSeconds(1));

        (await LookAsync(theirs.Id)).ShouldBeOfType<TaskStep.Later>();
    }

    /// <summary>The answer may have been lost on its way to the incident.</summary>
    [Fact]
    public async Task A_call_of_a_process_that_lives_and_says_nothing_is_looked_up_when_it_cannot_be_on_its_way_any_more()
    {
        await LookAsync(theirs.Id);
        time.Advance(Longest);

        (await LookAsync(theirs.Id)).ShouldBeOfType<TaskStep.Tell>().Input.ShouldBe(new TaskInput.TimePassed(sending.Task!.Id));
    }

    [Fact]
    public async Task Another_sending_of_the_same_action_is_watched_from_its_own_beginning()
    {
        await LookAsync(theirs.Id);
        time.Advance(Longest);
        var other = new MemoryLease(store);
        await other.AcquireAsync(Stop);

        (await LookAsync(other.Id)).ShouldBeOfType<TaskStep.Later>();
    }

    [Fact]
    public async Task A_call_of_a_process_whose_lease_ran_out_is_lost()
    {
        time.Advance(TimeSpan.FromMinutes(6));

        IsLost(await LookAsync(theirs.Id));
    }

    [Fact]
    public async Task A_call_of_a_process_that_gave_its_lease_back_is_lost()
    {
        await theirs.ReleaseAsync(Stop);

        IsLost(await LookAsync(theirs.Id));
    }

    [Fact]
    public async Task A_call_that_we_have_on_its_way_is_not_lost()
    {
        using var goingOut = callsOut.Enter(sending.Id, sending.Task!.Id);

        (await LookAsync(ours.Id)).ShouldBeOfType<TaskStep.Rest>();
    }

    [Fact]
    public async Task A_call_that_we_started_and_do_not_have_on_its_way_is_lost()
    {
        callsOut.Enter(sending.Id, sending.Task!.Id).Dispose();

        IsLost(await LookAsync(ours.Id));
    }

    /// <summary>Entries of the first release name no sender.</summary>
    [Fact]
    public async Task A_call_of_nobody_knows_who_is_lost() => IsLost(await LookAsync(null));

    private static TimeSpan Longest => Given.Traits().Timeout + (2 * Given.Review.SendMargin);

    private Task<TaskStep> LookAsync(string? sender) =>
        lost.LookAsync(sending, sending.Task! with { Sender = sender }, Stop);

    private void IsLost(TaskStep step) =>
        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBe(new TaskInput.Interrupted(sending.Task!.Id));
}
