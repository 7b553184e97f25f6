using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Leasing;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Leasing;

public sealed class LeaseKeeperTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly ManualTime time = new();
    private readonly MemoryStore store;

    public LeaseKeeperTests() => store = new(time);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task A_second_process_is_told_who_has_the_database()
    {
        await Keeper().AcquireAsync(None);

        var second = Keeper().AcquireAsync(None);
        while (!second.IsCompleted && time.AdvanceToNextTimer())
            await Task.Yield();

        (await Should.ThrowAsync<LeaseHeldException>(second)).Message.ShouldContain("another process");
    }

    [Fact]
    public async Task It_is_valid_for_as_long_as_it_was_given()
    {
        var keeper = Keeper();
        keeper.ValidFor.ShouldBe(TimeSpan.Zero);

        await keeper.AcquireAsync(None);
        keeper.ValidFor.ShouldBe(TimeSpan.FromMinutes(5));
        time.Advance(TimeSpan.FromMinutes(6));

        keeper.ValidFor.ShouldBeLessThan(TimeSpan.Zero);
    }

    /// <summary>In between another process may have written: what memory holds may be old.</summary>
    [Fact]
    public async Task A_hold_that_is_not_the_one_before_is_told_and_the_first_is_not()
    {
        var lease = new NamedLease();
        var keeper = new LeaseKeeper(lease, new EngineOptions(), time, NullLogger<LeaseKeeper>.Instance);
        var told = 0;
        keeper.Anew += () => told++;

        lease.Id = "tried before it was had";
        await keeper.AcquireAsync(None);
        await keeper.AcquireAsync(None);
        told.ShouldBe(0);

        lease.Id = "the next";
        await keeper.AcquireAsync(None);
        told.ShouldBe(1);
        keeper.Id.ShouldBe("the next");
    }

    [Fact]
    public async Task One_that_was_lost_is_told_and_is_valid_no_more()
    {
        var keeper = Keeper();
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        keeper.Lost += lost.SetResult;
        await keeper.AcquireAsync(None);
        var renewing = keeper.RenewAsync(None);

        store.Leases.Clear();
        store.Leases["another's"] = DateTimeOffset.MaxValue;
        time.Advance(new EngineOptions().LeaseRenewal);

        await lost.Task.WaitAsync(Eventually.DefaultLimit, TimeProvider.System, None);
        await renewing;
        keeper.ValidFor.ShouldBe(TimeSpan.Zero);
    }

    /// <summary>Others may have seen it end: what was started under it must not leave under the next.</summary>
    [Fact]
    public async Task One_that_ran_out_in_a_shared_store_begins_anew_under_another_name()
    {
        await using var shared = new MemoryStore(time, isShared: true);
        var keeper = Keeper(new MemoryLease(shared));
        await keeper.AcquireAsync(None);
        var before = keeper.Id;
        time.Advance(TimeSpan.FromMinutes(6));

        await keeper.AcquireAsync(None);

        keeper.Id.ShouldNotBe(before);
        keeper.ValidFor.ShouldBe(TimeSpan.FromMinutes(5));
    }

    /// <summary>A process that froze in the middle of a transaction keeps the database locked for a while.</summary>
    [Fact]
    public async Task A_database_that_does_not_answer_yet_is_waited_for()
    {
        var keeper = Keeper(new LockedLease(new MemoryLease(store), times: 3));

        await AcquireAsync(keeper);

        keeper.ValidFor.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task One_that_does_not_answer_at_all_is_given_up_with_a_word_of_advice()
    {
        var said = await Should.ThrowAsync<JournalUnavailableException>(AcquireAsync(Keeper(new LockedLease(new MemoryLease(store), times: 99))));

        said.Message.ShouldBe("The database does not answer (database is locked). Another process may have it locked: stop that one first.");
        (time.GetUtcNow() - new ManualTime().GetUtcNow()).ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_renewal_that_was_on_its_way_when_the_lease_was_given_back_is_worth_nothing()
    {
        var slow = new SlowLease(new MemoryLease(store));
        var keeper = Keeper(slow);
        await keeper.AcquireAsync(None);
        using var stop = new CancellationTokenSource();
        var renewing = keeper.RenewAsync(stop.Token);
        while (!slow.Renewed.Task.IsCompleted && time.AdvanceToNextTimer())
            await Task.Yield();

        await keeper.ReleaseAsync(None);
        slow.Answers.SetResult();
        await stop.CancelAsync();
        await renewing;

        keeper.ValidFor.ShouldBe(TimeSpan.Zero);
    }

    private async Task AcquireAsync(LeaseKeeper keeper)
    {
        var acquiring = keeper.AcquireAsync(None);
        while (!acquiring.IsCompleted && time.AdvanceToNextTimer())
            await Task.Yield();
        await acquiring;
    }

    private LeaseKeeper Keeper(ILease? lease = null) => new(
        lease ?? new MemoryLease(store), new() { LeasePatience = TimeSpan.FromSeconds(2) }, time, NullLogger<LeaseKeeper>.Instance);
}
