using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Replays;

/// <summary>
/// Reads what the store has of an incident. Where its row has no state that this program can read, as when another version
/// wrote it, all its entries have to be read; what comes of that is remembered, so that it happens once for each version.
/// </summary>
internal sealed class RememberedReplays(IJournal journal, ISnapshots snapshots)
{
    /// <summary>Fewer entries are read as fast as a snapshot.</summary>
    private const int Fewest = 4;

    public async Task<Incident> ReadAsync(StoredIncident stored, CancellationToken cancellationToken)
    {
        if (stored.Version < Fewest)
            return await StoredState.ReadAsync(journal, stored, cancellationToken);
        return StoredState.Snapshot(stored) ?? await RememberedAsync(stored) ?? await ReplayAsync(stored, cancellationToken);
    }

    private async Task<Incident?> RememberedAsync(StoredIncident stored) =>
        await snapshots.FindAsync(stored.Id) is { } found && found.IsOf(stored) ? Read(found) : null;

    private async Task<Incident> ReplayAsync(StoredIncident stored, CancellationToken cancellationToken)
    {
        var state = await StoredState.ReadAsync(journal, stored, cancellationToken);
        await snapshots.KeepAsync(stored.Id, StateSnapshot.Of(stored, state));
        return state;
    }

    private static Incident? Read(StateSnapshot snapshot)
    {
        try
        {
            return IncidentJson.ReadSnapshot(snapshot.State);
        }
        catch (JsonException)
        {
            // Another version of this program remembered it.
            return null;
        }
    }
}
