using System.Diagnostics;

namespace AiFixer.Bench.Load;

/// <summary>
/// An open loop: requests are due by the clock, whether earlier ones were answered or not, as alerts are. Their time
/// counts from when they were due, so that a server that stops for a while cannot hide it by not being asked.
/// </summary>
internal sealed class Arrivals(double perSecond)
{
    private long _sent;

    /// <summary>When the next request is due, in the clock's own ticks.</summary>
    public long Due(long begin) => begin + (long)(_sent / perSecond * Stopwatch.Frequency);

    public void Sent() => _sent++;
}
