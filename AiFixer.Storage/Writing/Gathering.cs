using System.Diagnostics;

namespace AiFixer.Storage.Writing;

/// <summary>
/// Lets those whose last append was just answered come back with the next before a batch leaves without them: one
/// batch of sixteen is cheaper than one of one and another of fifteen. Somebody alone never waits.
/// </summary>
internal sealed class Gathering(object gate, TimeSpan patience)
{
    private int _expected;

    /// <summary>Waits, for a moment, until as many are there as the last time. The gate is held before and after.</summary>
    /// <param name="waiting">How many are there; asked with the gate open, since whoever comes has to pass it.</param>
    public void Wait(Func<int> waiting)
    {
        if (_expected < 2 || patience == TimeSpan.Zero)
            return;
        var start = Stopwatch.GetTimestamp();
        Monitor.Exit(gate);
        while (waiting() < _expected && Stopwatch.GetElapsedTime(start) < patience)
            Thread.Yield();
        Monitor.Enter(gate);
    }

    /// <param name="count">How many went, and how many were there that did not fit.</param>
    public void Left(int count) => _expected = count;
}
