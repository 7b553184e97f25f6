using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Core.Journal;

namespace AiFixer.Engine.Scheduling;

/// <summary>Where in the queue an incident's next step waits. Without anything known: with what runs, and not urgent.</summary>
internal readonly record struct WorkPlace(Lane Lane, WorkTurn Turn)
{
    public static WorkPlace Of(Incident state, GroupingOptions options) =>
        new(state.Task?.Kind == TaskKind.Triage ? Lane.Alert : Lane.Lifecycle, WorkTurn.Of(state, options));

    public static WorkPlace Of(DueIncident due, GroupingOptions options) => new(Lane.Lifecycle, WorkTurn.Of(due, options));
}
