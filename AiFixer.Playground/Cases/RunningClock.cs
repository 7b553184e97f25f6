namespace AiFixer.Playground.Cases;

/// <summary>A clock that is set to a moment and runs from there: for those who wait for what is not frozen.</summary>
public sealed class RunningClock(DateTimeOffset start) : TimeProvider
{
    private readonly long started = System.GetTimestamp();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(started);
}
