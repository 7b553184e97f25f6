using AiFixer.Core;
using AiFixer.Engine.Replays;

namespace AiFixer.Tests.Engine.Replays;

/// <summary>Keeps one snapshot, for the test to change.</summary>
internal sealed class MemorySnapshots : ISnapshots
{
    public StateSnapshot? Kept { get; set; }

    public Task<StateSnapshot?> FindAsync(IncidentId id) => Task.FromResult(Kept);

    public Task KeepAsync(IncidentId id, StateSnapshot snapshot)
    {
        Kept = snapshot;
        return Task.CompletedTask;
    }
}
