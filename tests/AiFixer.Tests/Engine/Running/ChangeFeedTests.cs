using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Running;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Running;

public sealed class ChangeFeedTests
{
    private readonly ChangeFeed feed = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_reader_hears_of_every_change_from_when_it_began()
    {
        Publish(1);
        await using var one = Read(Stop);
        await using var other = Read(Stop);
        var waiting = (Next(one), Next(other));

        Publish(2);

        (await waiting.Item1).ShouldBeTrue();
        (await waiting.Item2).ShouldBeTrue();
        (one.Current.Version, other.Current.Version).ShouldBe((2, 2));
        one.Current.Id.ShouldBe(Given.Id);
    }

    [Fact]
    public async Task A_slow_reader_misses_the_oldest_and_holds_up_nobody()
    {
        await using var slow = Read(Stop);
        var first = Next(slow);
        Publish(0);
        await first;

        for (var version = 1; version <= 1000; version++)
            Publish(version);

        await slow.MoveNextAsync();
        slow.Current.Version.ShouldBe(1000 - 256 + 1);
    }

    [Fact]
    public async Task A_reader_that_goes_ends_and_others_stay()
    {
        using var going = new CancellationTokenSource();
        await using var one = Read(going.Token);
        await using var other = Read(Stop);
        var (ending, waiting) = (Next(one), Next(other));

        await going.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(ending);
        Publish(1);

        (await waiting).ShouldBeTrue();
        other.Current.Version.ShouldBe(1);
    }

    private static Task<bool> Next(IAsyncEnumerator<IncidentChange> reader) =>
        reader.MoveNextAsync().AsTask().WaitAsync(Eventually.DefaultLimit, TimeProvider.System, Stop);

    [Fact]
    public async Task Who_watches_one_incident_misses_none_of_its_changes_for_those_of_others()
    {
        await using var one = feed.ReadAsync(Given.Id, Stop).GetAsyncEnumerator(CancellationToken.None);
        var waiting = Next(one);

        Publish(1);
        for (var i = 0; i < 1000; i++)
            feed.Publish(new IncidentChange(IncidentId.Create(DateTimeOffset.UnixEpoch, i), 1, IncidentStatus.New));

        (await waiting).ShouldBeTrue();
        (one.Current.Id, one.Current.Version).ShouldBe((Given.Id, 1));
    }

    private IAsyncEnumerator<IncidentChange> Read(CancellationToken cancellationToken) =>
        feed.ReadAsync(only: null, cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    private void Publish(long version) => feed.Publish(Story.Open().State, version);
}
