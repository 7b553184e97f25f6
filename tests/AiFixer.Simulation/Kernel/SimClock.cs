namespace AiFixer.Simulation.Kernel;

/// <summary>The clock of a process: what time it is there may be wrong, how time passes is not.</summary>
internal sealed class SimClock(Sim sim, SimProcess process) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => sim.Time + process.Skew;

    public override long GetTimestamp() => sim.Now;

    /// <summary>Ends when so much time has passed for the process.</summary>
    public Task PassAsync(TimeSpan wait)
    {
        var passed = new TaskCompletionSource();
        process.DoLater(wait, passed.SetResult);
        return passed.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimTimer(process, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
