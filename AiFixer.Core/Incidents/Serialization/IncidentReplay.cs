using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Incidents;

/// <summary>Makes the state from the entries alone: snapshots may always be rebuilt.</summary>
public static class IncidentReplay
{
    public static Incident Run(IReadOnlyList<StoredEntry> entries)
    {
        Incident? state = null;
        foreach (var stored in entries)
        {
            var entry = IncidentJson.ReadEntry(stored.Entry);
            foreach (var happened in entry.Events)
                state = state is null ? Incident.From(stored.Incident, (Opened)happened, entry.At) : state.Apply(happened, entry.At);
        }

        return state ?? throw new InvalidOperationException("There are no entries to replay.");
    }
}
