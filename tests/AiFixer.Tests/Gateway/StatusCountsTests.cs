using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Incidents;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Gateway;

public sealed class StatusCountsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_page_does_not_wait_for_a_slow_count_but_shows_the_last()
    {
        var time = new ManualTime();
        var queries = new SlowQueries();
        var counts = new StatusCounts(queries, time);
        var first = counts.ReadAsync(None);
        first.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromMilliseconds(20));
        (await first).ShouldBeNull();
        queries.Counting.SetResult(Of(1));
        (await counts.ReadAsync(None)).ShouldBe(Of(1));

        queries.Counting = new();
        var reading = counts.ReadAsync(None);
        reading.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromMilliseconds(20));

        (await reading).ShouldBe(Of(1));
        queries.Counting.SetResult(Of(2));
        (await counts.ReadAsync(None)).ShouldBe(Of(2));
    }

    private static Dictionary<IncidentStatus, long> Of(long count) => new() { [IncidentStatus.New] = count };

    private sealed class SlowQueries : IIncidentQueries
    {
        public TaskCompletionSource<IReadOnlyDictionary<IncidentStatus, long>> Counting { get; set; } = new();

        public Task<IncidentPage> ListAsync(IncidentFilter filter, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nobody wants a list.");

        public Task<IReadOnlyDictionary<IncidentStatus, long>> CountAsync(CancellationToken cancellationToken) => Counting.Task;

        public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
