using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Engine.Replays;

/// <summary>The state of an incident after one of its entries, as UTF-8 JSON.</summary>
/// <param name="Digest">Of that entry, and so of all before it.</param>
/// <param name="Seal">Covers all of this.</param>
internal sealed record StateSnapshot(long Version, string Digest, byte[] State, string Seal)
{
    public static StateSnapshot Of(StoredIncident stored, Incident state)
    {
        var bytes = IncidentJson.Write(state);
        return new(stored.Version, stored.Digest, bytes, SealOf(stored, bytes));
    }

    /// <summary>It is of the very entry that the journal has last, and as it was written.</summary>
    public bool IsOf(StoredIncident stored) =>
        Version == stored.Version && Digest == stored.Digest && Seal == SealOf(stored, State);

    private static string SealOf(StoredIncident stored, byte[] state) =>
        EntryDigest.Of(stored.Digest, stored.Id, stored.Version, state);
}
