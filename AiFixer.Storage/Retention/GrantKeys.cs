using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;

namespace AiFixer.Storage.Retention;

/// <summary>
/// Grants that were used are never free again, as long as their incident is there: without it nothing can be decided on
/// them, and they would be kept for ever.
/// </summary>
internal static class GrantKeys
{
    public static IEnumerable<string> Of(ClosedIncident incident) =>
        incident.Entries.SelectMany(entry => In(entry.Entry.ToArray()));

    // An entry that a later release wrote tells nothing here; its grants stay.
    private static IEnumerable<string> In(byte[] entry)
    {
        try
        {
            return IncidentJson.ReadEntry(entry).Events?.OfType<GrantIssued>().Select(issued => ClaimKeys.Grant(issued.Grant.Id)) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
