using AiFixer.Core.Playbooks;
using AiFixer.Grains.Claims;

namespace AiFixer.Grains.Playbooks;

/// <summary>What the database said of one playbook, until it counts again or for a while.</summary>
internal sealed class RecordMemory(ClaimOrderOptions options, TimeProvider time)
{
    private (PlaybookRecord Record, long At)? known;
    private int counted;

    /// <summary>What is counted while the database is asked may not be in its answer, which is then not kept.</summary>
    public async Task<PlaybookRecord> ReadAsync(Func<Task<PlaybookRecord?>> ask)
    {
        if (known is { } said && time.GetElapsedTime(said.At) < options.Memory)
            return said.Record;
        var (before, begun) = (counted, time.GetTimestamp());
        var record = await ask() ?? PlaybookRecord.None;
        if (counted == before)
            known = (record, begun);
        return record;
    }

    public void Counted()
    {
        counted++;
        known = null;
    }
}
