namespace AiFixer.Tests.Storage;

/// <summary>A clock on which a second passes whenever somebody looks how much time has passed.</summary>
internal sealed class SteppingTime : TimeProvider
{
    private long _seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
}
