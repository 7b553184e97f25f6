using AiFixer.Core;

namespace AiFixer.Engine.Replays;

/// <summary>Keeps results of long replays where they may be lost. Does not throw: there is always the journal.</summary>
internal interface ISnapshots
{
    /// <returns>Null when there is none, or when it cannot be read.</returns>
    Task<StateSnapshot?> FindAsync(IncidentId id);

    /// <summary>In place of the one before.</summary>
    Task KeepAsync(IncidentId id, StateSnapshot snapshot);
}
