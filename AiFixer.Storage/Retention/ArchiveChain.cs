using AiFixer.Core;
using AiFixer.Core.Journal;

namespace AiFixer.Storage.Retention;

/// <summary>Follows an archived incident's chain of entries.</summary>
internal static class ArchiveChain
{
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static (long Version, string What)? Problem(ClosedIncident incident)
    {
        var (version, digest) = (0L, "");
        foreach (var entry in incident.Entries)
        {
            if (entry.Version != version + 1)
                return (version + 1, $"The entries from {version + 1} to {entry.Version - 1} are missing.");
            if (EntryDigest.Of(digest, new IncidentId(incident.Id), entry.Version, entry.Entry.ToArray()) != entry.Digest)
                return (entry.Version, "The entry or its digest was changed.");
            (version, digest) = (entry.Version, entry.Digest);
        }

        return version == incident.Row.Version && digest == incident.Row.Digest
            ? null
            : (version, $"The row is at version {incident.Row.Version}, the last entry is {version}.");
    }
}
