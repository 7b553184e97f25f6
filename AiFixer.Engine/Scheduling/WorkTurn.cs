using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Core.Journal;

namespace AiFixer.Engine.Scheduling;

/// <summary>Which line an incident waits in.</summary>
/// <param name="Source">Whose alerts they are: they take turns, so that a noisy source holds up itself alone.</param>
/// <param name="Urgent">It goes before everything that is not.</param>
internal readonly record struct WorkTurn(string? Source, bool Urgent)
{
    public static WorkTurn Of(Incident state, GroupingOptions options) => new(AlertOrigin.Of(state.Alert), options.Bypasses(state.Severity));

    public static WorkTurn Of(DueIncident due, GroupingOptions options) => new(due.Source, options.Bypasses(due.Severity));
}
