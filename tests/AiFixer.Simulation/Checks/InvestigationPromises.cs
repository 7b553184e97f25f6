using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>
/// No process looks for more causes at once than it may, and of one origin no more are investigated within an hour, by the true
/// time. What is critical counts for nothing here, nor what a person asks for.
/// </summary>
internal static class InvestigationPromises
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IEnumerable<string> Broken(
        IReadOnlyList<Investigation> investigations,
        List<WrittenLife> lives,
        IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times,
        WorkflowRules rules) =>
    [
        .. from one in investigations
           where one.Others >= rules.Investigations.AtOnce && !rules.Grouping.Bypasses(one.Severity)
           select $"{one.Process} diagnoses {one.Incident} and {one.Others} others at once, and {rules.Investigations.AtOnce} are allowed",
        .. rules.Investigations.PerHour > 0 ? TooMany(lives, times, rules) : [],
    ];

    private static IEnumerable<string> TooMany(
        List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, WorkflowRules rules) =>
        from life in lives
        from turn in Turn.Of(life)
        where turn.Has<Triaged>() && turn.Has<DiagnosisStarted>() && !rules.Grouping.Bypasses(turn.After.Severity)
        group (life.Item.Id, At: times[(life.Item.Id, turn.Version)]) by AlertOrigin.Of(life.State.Alert) into same
        from late in Late([.. same.OrderBy(one => one.At)], rules.Investigations.PerHour)
        select $"{late} of {same.Key} is one investigation more than {rules.Investigations.PerHour} in an hour";

    private static IEnumerable<IncidentId> Late(List<(IncidentId Id, TimeSpan At)> all, int most) =>
        all.Where((one, i) => i >= most && one.At - all[i - most].At < Hour).Select(one => one.Id);
}
