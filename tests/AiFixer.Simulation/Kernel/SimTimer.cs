namespace AiFixer.Simulation.Kernel;

/// <summary>Fires as a step of its process.</summary>
internal sealed class SimTimer(SimProcess process, TimerCallback callback, object? state) : ITimer
{
    private int setting;
    private bool isDisposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (isDisposed)
            return false;
        Arm(++setting, dueTime, period);
        return true;
    }

    public void Dispose()
    {
        isDisposed = true;
        setting++;
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Arm(int armed, TimeSpan wait, TimeSpan period)
    {
        if (wait == Timeout.InfiniteTimeSpan)
            return;
        process.DoLater(wait, () =>
        {
            if (armed != setting)
                return;
            if (period > TimeSpan.Zero)
                Arm(armed, period, period);
            callback(state);
        });
    }
}
