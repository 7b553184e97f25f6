namespace AiFixer.Playground.Cases;

/// <summary>A clock that stands. Its timers run all the same: a deadline is no part of what is frozen.</summary>
public sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => now;
}
