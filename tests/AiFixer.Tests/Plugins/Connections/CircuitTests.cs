using AiFixer.Plugins.Connections;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Connections;

public sealed class CircuitTests
{
    private readonly ManualTime time = new();
    private readonly Circuit circuit;

    public CircuitTests() =>
        circuit = new("test", "one", new() { QuickFailures = 3, OpenFor = TimeSpan.FromSeconds(5), OpenAtMost = TimeSpan.FromSeconds(12) }, time);

    [Fact]
    public void One_timeout_opens_it()
    {
        circuit.TryEnter().ShouldBeTrue();
        circuit.Failed("no answer", timedOut: true);

        circuit.TryEnter().ShouldBeFalse();
        circuit.Status.ShouldBe(new("test", "one", CircuitState.Open, time.GetUtcNow(), "no answer", time.GetUtcNow().AddSeconds(5)));
    }

    [Fact]
    public void Quick_failures_open_it_only_in_a_row()
    {
        circuit.Failed("refused", timedOut: false);
        circuit.Failed("refused", timedOut: false);
        circuit.Answered();
        circuit.Failed("refused", timedOut: false);
        circuit.Failed("refused", timedOut: false);
        circuit.Status.State.ShouldBe(CircuitState.Closed);

        circuit.Failed("refused", timedOut: false);

        circuit.Status.State.ShouldBe(CircuitState.Open);
    }

    [Fact]
    public void One_probe_goes_out_and_an_answer_closes_it()
    {
        circuit.Failed("no answer", timedOut: true);
        time.Advance(TimeSpan.FromSeconds(5));

        circuit.TryEnter().ShouldBeTrue();
        circuit.TryEnter().ShouldBeFalse();
        circuit.Answered();

        circuit.TryEnter().ShouldBeTrue();
        circuit.Status.LastError.ShouldBeNull();
    }

    [Fact]
    public void It_stays_open_longer_each_time_up_to_a_limit()
    {
        circuit.Failed("no answer", timedOut: true);
        foreach (var seconds in (int[])[5, 10, 12, 12])
        {
            circuit.Status.RetryAt.ShouldBe(time.GetUtcNow().AddSeconds(seconds));
            time.Advance(TimeSpan.FromSeconds(seconds));
            circuit.TryEnter().ShouldBeTrue();
            circuit.Failed("no answer", timedOut: true);
        }
    }

    [Fact]
    public void A_probe_that_was_given_up_leaves_room_for_the_next()
    {
        circuit.Failed("no answer", timedOut: true);
        time.Advance(TimeSpan.FromSeconds(5));
        circuit.TryEnter().ShouldBeTrue();

        circuit.Abandoned();

        circuit.TryEnter().ShouldBeTrue();
    }
}
