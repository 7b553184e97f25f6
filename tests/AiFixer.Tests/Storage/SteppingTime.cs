namespace AiFixer.Tests.Storage;

/// <summary>A clock on which a second passes, or a part of one, whenever somebody looks how much time has passed.</summary>
internal sealed class SteppingTime(long looksASecond = 1) : TimeProvider
{
    private long _looks;

    public override long TimestampFrequency => looksASecond;

    public override long GetTimestamp() => Interlocked.Increment(ref _looks);
}
