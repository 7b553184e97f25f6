using System.Text.Json;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Core.Incidents;

/// <summary>
/// The state of an incident as the store has it: its snapshot, or its entries where there is none (one that was just
/// opened has none: its only entry says all) or this version cannot read it.
/// </summary>
public static class StoredState
{
    public static async Task<Incident> ReadAsync(IJournalReader journal, StoredIncident stored, CancellationToken cancellationToken) =>
        Snapshot(stored) ?? Replay(stored, await journal.EntriesAsync(stored.Id, cancellationToken));

    /// <summary>The same for one who has read the entries already.</summary>
    public static Incident Read(StoredIncident stored, IReadOnlyList<StoredEntry> entries) =>
        Snapshot(stored) ?? Replay(stored, entries);

    /// <summary>The state in its row; null when this version cannot read it or there is none.</summary>
    public static Incident? Snapshot(StoredIncident stored)
    {
        if (stored.Snapshot.IsEmpty)
            return null;
        try
        {
            return IncidentJson.ReadSnapshot(stored.Snapshot);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Entries are read after the row: one that was written in between is not part of it.
    private static Incident Replay(StoredIncident stored, IReadOnlyList<StoredEntry> entries) =>
        IncidentReplay.Run([.. entries.Where(entry => entry.Version <= stored.Version)]);
}
