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

    [Fact]
    public async Task One_that_was_lost_is_told_and_is_valid_no_more()
    {
        var keeper = Keeper();
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        keeper.Lost += lost.SetResult;
        await keeper.AcquireAsync(None);
        var renewing = keeper.RenewAsync(None);

        store.Lease = (new object(), DateTimeOffset.MaxValue);
        time.Advance(new EngineOptions().LeaseRenewal);

        await lost.Task.WaitAsync(Eventually.DefaultLimit, TimeProvider.System, None);
        await renewing;
        keeper.ValidFor.ShouldBe(TimeSpan.Zero);
    }

    private LeaseKeeper Keeper() => new(
        new MemoryLease(store), new() { LeasePatience = TimeSpan.FromSeconds(2) }, time, NullLogger<LeaseKeeper>.Instance);
}
