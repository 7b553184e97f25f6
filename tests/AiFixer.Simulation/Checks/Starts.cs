using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>All starts of a run, in their order.</summary>
internal static class Starts
{
    public static List<Start> Of(List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times) =>
        [.. lives.SelectMany(life => Of(life, times)).OrderBy(start => start.At)];

    private static IEnumerable<Start> Of(WrittenLife life, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times)
    {
        Incident? state = null;
        foreach (var (entry, version) in life.Entries.Select((entry, i) => (entry, i + 1L)))
        {
            foreach (var happened in entry.Events)
            {
                var before = state;
                state = state?.Apply(happened, entry.At) ?? Incident.From(life.Item.Id, (Opened)happened, entry.At);
                if (happened is not ActionStarted started)
                    continue;
                var action = state.Action(started.Action);
                var takesUnit = action.UndoOf is null && before!.Action(started.Action).StartedAt is null && state.GrantFor(started.Action) is { Automatic: true };
                yield return new(life.Item.Id, started.Action, action.Plan!.Target, times[(life.Item.Id, version)], takesUnit);
            }
        }
    }
}
