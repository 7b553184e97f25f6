using AiFixer.Engine.Replays;

namespace AiFixer.Silo.Snapshots;

/// <summary>What the storage has; empty when there is nothing, or nothing that can be read.</summary>
internal sealed class KeptSnapshot
{
    public StateSnapshot? Snapshot { get; init; }
}
