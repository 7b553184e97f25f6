using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Grains.Changes;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Cluster.Tests.Changes;

public sealed class StoreWatchTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualTime time = new();
    private readonly FakeLog log = new();
    private readonly StoreWatch watch;

    public StoreWatchTests() => watch = new(log, time, NullLogger<StoreWatch>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        log.Write(Change(0));
        await watch.StartAsync(Stop);
        await LookedAsync(1);
    }

    public async ValueTask DisposeAsync()
    {
        await watch.StopAsync(CancellationToken.None);
        watch.Dispose();
    }

    [Fact]
    public async Task All_who_watch_hear_what_is_written_from_now_on_and_the_store_is_asked_once()
    {
        await using var one = Read();
        await using var other = Read();
        var (mine, its) = (NextAsync(one), NextAsync(other));

        log.Write(Change(1));
        time.Advance(Second);

        (await mine).ShouldBe(Change(1));
        (await its).ShouldBe(Change(1));
        log.Looks.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_written_while_the_store_cannot_be_read_is_heard_when_it_can()
    {
        await using var reader = Read();
        var next = NextAsync(reader);
        log.IsAway = true;
        log.Write(Change(1));
        log.Write(Change(2));
        time.Advance(Second);
        await LookedAsync(2);

        log.IsAway = false;
        time.Advance(Second);

        (await next).ShouldBe(Change(1));
        (await NextAsync(reader)).ShouldBe(Change(2));
    }

    private static IncidentChange Change(int number) => new(IncidentId.Create(DateTimeOffset.UnixEpoch, number), number + 1, IncidentStatus.New);

    private static async Task<IncidentChange> NextAsync(IAsyncEnumerator<IncidentChange> reader)
    {
        await reader.MoveNextAsync().AsTask().WaitAsync(Eventually.DefaultLimit, TimeProvider.System, Stop);
        return reader.Current;
    }

    private IAsyncEnumerator<IncidentChange> Read() => watch.Feed.ReadAsync(only: null, Stop).GetAsyncEnumerator(Stop);

    /// <summary>It has asked so often, and waits for the next time.</summary>
    private async Task LookedAsync(int looks)
    {
        await Eventually.TrueAsync(() => log.Looks == looks, "the store is asked", cancellation: Stop);
        await time.TimersArmedAsync(1);
    }
}
