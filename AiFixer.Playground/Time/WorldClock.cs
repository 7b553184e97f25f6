namespace AiFixer.Playground.Time;

/// <summary>The given clock; while due work is caught up on, the time that work was due.</summary>
internal sealed class WorldClock(TimeProvider time)
{
    private DateTimeOffset? simulated;

    public DateTimeOffset Now => simulated ?? Real;

    public DateTimeOffset Real => time.GetUtcNow();

    public void Simulate(DateTimeOffset moment) => simulated = moment;

    public void Resume() => simulated = null;
}
