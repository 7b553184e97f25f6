namespace AiFixer.TestSupport;

internal sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
{
    private volatile bool _disposed;

    public static IComparer<ManualTimer> ByDueTime { get; } = Comparer<ManualTimer>.Create(
        (left, right) => (left.Due, left.Sequence).CompareTo((right.Due, right.Sequence)));

    public DateTimeOffset Due { get; private set; }

    public TimeSpan Period { get; private set; }

    public long Sequence { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
            return false;
        if (dueTime == TimeSpan.Zero)
            FireSoon(period);
        else
            time.Arm(this, dueTime, period);
        return true;
    }

    public void Dispose()
    {
        _disposed = true;
        time.Disarm(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Schedule(DateTimeOffset due, TimeSpan period, long sequence) =>
        (Due, Period, Sequence) = (due, period, sequence);

    public void Fire()
    {
        if (!_disposed)
            callback(state);
    }

    // A timer due at once fires from the pool, as a real one does: its owner may not have stored it yet.
    private void FireSoon(TimeSpan period)
    {
        time.Arm(this, period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan, period);
        ThreadPool.QueueUserWorkItem(_ => Fire());
    }
}
