namespace AiFixer.Bench.Archiving;

/// <summary>The clock of a host that lived some time ago.</summary>
internal sealed class PastTime(TimeSpan ago) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - ago;
}
