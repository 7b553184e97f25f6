namespace AiFixer.Hosting.Telemetry;

/// <summary>
/// Lets in as much as may wait for the collector and counts the rest: whoever brings it never waits. What is being sent has
/// its place until the collector answered.
/// </summary>
internal sealed class ExportGate(string signal, int places)
{
    private int taken;

    public bool TryEnter()
    {
        if (Interlocked.Increment(ref taken) <= places)
            return true;
        Interlocked.Decrement(ref taken);
        TelemetryInstruments.Dropped(signal, "queue_full", 1);
        return false;
    }

    public void Leave(long count, bool delivered)
    {
        Interlocked.Add(ref taken, -(int)count);
        if (delivered)
            TelemetryInstruments.Exported(signal, count);
        else
            TelemetryInstruments.Dropped(signal, "not_taken", count);
    }
}
