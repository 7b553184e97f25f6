using AiFixer.TestSupport;

namespace AiFixer.Tests.Support;

public sealed class ManualTimeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTime _time = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Time_stands_still_until_it_is_advanced()
    {
        var before = _time.GetUtcNow();
        _time.GetUtcNow().ShouldBe(before);

        _time.Advance(Second);

        _time.GetUtcNow().ShouldBe(before + Second);
    }

    [Fact]
    public void Timestamps_measure_what_was_advanced()
    {
        var started = _time.GetTimestamp();

        _time.Advance(TimeSpan.FromMinutes(3));

        _time.GetElapsedTime(started).ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Timers_fire_in_order_of_due_time_then_of_creation()
    {
        using var late = Timer("late", 3 * Second);
        using var first = Timer("first", Second);
        using var second = Timer("second", Second);

        _time.Advance(3 * Second);

        _fired.ShouldBe(["first at 1", "second at 1", "late at 3"]);
    }

    [Fact]
    public void A_timer_that_is_not_due_stays_armed()
    {
        using var timer = Timer("never", 2 * Second);

        _time.Advance(Second);

        _fired.ShouldBeEmpty();
        _time.ArmedTimers.ShouldBe(1);
        _time.NextDue.ShouldBe(_time.GetUtcNow() + Second);
    }

    [Fact]
    public void A_periodic_timer_fires_at_every_period_passed()
    {
        using var timer = Timer("tick", Second, 2 * Second);

        _time.Advance(6 * Second);

        _fired.ShouldBe(["tick at 1", "tick at 3", "tick at 5"]);
    }

    [Fact]
    public void A_disposed_or_disarmed_timer_does_not_fire()
    {
        var disposed = Timer("disposed", Second);
        using var disarmed = Timer("disarmed", Second);
        disposed.Dispose();
        disarmed.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        _time.Advance(2 * Second);

        _fired.ShouldBeEmpty();
        disposed.Change(Second, Second).ShouldBeFalse();
    }

    [Fact]
    public void A_timer_armed_by_a_timer_fires_in_the_same_advance()
    {
        using var inner = Timer("inner", Timeout.InfiniteTimeSpan);
        using var outer = _time.CreateTimer(_ => inner.Change(Second, Timeout.InfiniteTimeSpan), null, Second, Timeout.InfiniteTimeSpan);

        _time.Advance(5 * Second);

        _fired.ShouldBe(["inner at 2"]);
    }

    [Fact]
    public void The_next_timer_can_be_jumped_to()
    {
        using var timer = Timer("jump", 90 * Second);

        _time.AdvanceToNextTimer().ShouldBeTrue();

        _fired.ShouldBe(["jump at 90"]);
        _time.AdvanceToNextTimer().ShouldBeFalse();
    }

    [Fact]
    public async Task A_timer_due_at_once_fires_without_an_advance()
    {
        var fired = new TaskCompletionSource();
        using var timer = _time.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(Eventually.DefaultLimit, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_test_can_wait_until_the_code_under_test_waits()
    {
        var code = Task.Run(() => new CancellationTokenSource(Second, _time), TestContext.Current.CancellationToken);

        await _time.TimersArmedAsync(1);
        _time.Advance(Second);

        using var source = await code;
        source.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void Advancing_from_many_threads_loses_nothing()
    {
        using var timer = Timer("tick", Second, Second);

        Parallel.For(0, 100, _ => _time.Advance(Second));

        _fired.Count.ShouldBe(100);
    }

    private ITimer Timer(string name, TimeSpan due, TimeSpan? period = null)
    {
        var started = _time.GetTimestamp();
        return _time.CreateTimer(
            _ => _fired.Add($"{name} at {_time.GetElapsedTime(started).TotalSeconds}"),
            null,
            due,
            period ?? Timeout.InfiniteTimeSpan);
    }
}
