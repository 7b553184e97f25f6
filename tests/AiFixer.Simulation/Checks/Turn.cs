using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>One entry of an incident, and what it made of it.</summary>
/// <param name="Before">Null for the first.</param>
internal sealed record Turn(JournalEntry Entry, long Version, Incident? Before, Incident After)
{
    /// <summary>A person's entries bear the name and the id.</summary>
    public bool IsByPerson => Entry.By is not ("sender" or "aifixer");

    public static IEnumerable<Turn> Of(WrittenLife life)
    {
        Incident? state = null;
        foreach (var (entry, version) in life.Entries.Select((entry, i) => (entry, i + 1L)))
        {
            var before = state;
            foreach (var happened in entry.Events)
                state = state?.Apply(happened, entry.At) ?? Incident.From(life.Item.Id, (Opened)happened, entry.At);
            yield return new(entry, version, before, state!);
        }
    }

    public bool Has<T>()
        where T : IncidentEvent => Entry.Events.Exists(happened => happened is T);
}
