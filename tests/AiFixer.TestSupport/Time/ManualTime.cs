namespace AiFixer.TestSupport;

/// <summary>A clock that only the test moves. Timers fire on the thread that advances it, in order of their due time.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _advancing = new();
    private readonly Lock _state = new();
    private readonly SortedSet<ManualTimer> _armed = new(ManualTimer.ByDueTime);
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];
    private DateTimeOffset _now = start.ToUniversalTime();
    private long _sequence;

    public ManualTime()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public int ArmedTimers
    {
        get
        {
            lock (_state)
                return _armed.Count;
        }
    }

    /// <summary>When the next timer fires, or null when none is armed.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_state)
                return _armed.Min?.Due;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_state)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_advancing)
        {
            var target = GetUtcNow() + by;
            while (TakeDue(target) is { } timer)
                timer.Fire();
            lock (_state)
                _now = _now > target ? _now : target;
        }
    }

    /// <summary>Moves to the next timer and fires it; false when none is armed.</summary>
    public bool AdvanceToNextTimer()
    {
        lock (_advancing)
        {
            if (NextDue is not { } due)
                return false;
            var gap = due - GetUtcNow();
            Advance(gap > TimeSpan.Zero ? gap : TimeSpan.Zero);
            return true;
        }
    }

    /// <summary>Completes once that many timers are armed: the code under test has reached its wait and the clock may move.</summary>
    public Task TimersArmedAsync(int count, TimeSpan? limit = null)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_state)
        {
            if (_armed.Count >= count)
                return Task.CompletedTask;
            _waiters.Add((count, reached));
        }

        return reached.Task.WaitAsync(limit ?? Eventually.DefaultLimit, System);
    }

    internal void Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_state)
        {
            _armed.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Schedule(_now + dueTime, period, ++_sequence);
            _armed.Add(timer);
            ReleaseWaiters();
        }
    }

    internal void Disarm(ManualTimer timer)
    {
        lock (_state)
            _armed.Remove(timer);
    }

    private ManualTimer? TakeDue(DateTimeOffset target)
    {
        lock (_state)
        {
            if (_armed.Min is not { } timer || timer.Due > target)
                return null;
            _armed.Remove(timer);
            _now = timer.Due > _now ? timer.Due : _now;
            if (timer.Period > TimeSpan.Zero)
            {
                timer.Schedule(timer.Due + timer.Period, timer.Period, ++_sequence);
                _armed.Add(timer);
            }

            return timer;
        }
    }

    private void ReleaseWaiters()
    {
        foreach (var (_, reached) in _waiters.Where(waiter => waiter.Count <= _armed.Count))
            reached.TrySetResult();
        _waiters.RemoveAll(waiter => waiter.Reached.Task.IsCompleted);
    }
}
