using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>
/// Of a group one is investigated, for as long as it leads: by the true time. Who leads is decided by the database's clock,
/// which goes back at times and never ahead: nobody leads for less than was promised.
/// </summary>
internal static class LeaderPromises
{
    /// <summary>How long it may take at most from finding a leader to the disk: a process can be stopped meanwhile, and the database gone.</summary>
    private static readonly TimeSpan LongestOpening = TimeSpan.FromMinutes(2);

    /// <param name="wentBack">How far the database's clock did.</param>
    public static IEnumerable<string> Broken(
        List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, GroupingOptions options, TimeSpan wentBack)
    {
        var leads = Lead.Of(lives, times, options).ToList();
        return
        [
            .. Two(leads, options.Window),
            .. lives.SelectMany(life => Follows(life, leads, times, options, options.Window + wentBack + LongestOpening)),
            .. lives.SelectMany(life => Turn.Of(life).SelectMany(turn => Leaves(turn, lives, times, options))),
            .. lives.SelectMany(life => Turn.Of(life).Where(IsInvestigated).Select(turn => $"{life.Item.Id} is investigated and follows {turn.After.Group!.Leader}")),
        ];
    }

    /// <summary>Whoever saw its leader end while it was opened goes on alone, and may have met the next one.</summary>
    private static IEnumerable<string> Two(List<Lead> leads, TimeSpan window) =>
        from second in leads
        from first in leads.TakeWhile(lead => lead != second)
        where first.IsNear(second) && second.Opened < first.Closed && second.Opened - first.Opened < window
        where !leads.Exists(other => SawEnd(first, other) || SawEnd(second, other))
        select $"{second.Id} leads {string.Join(" and ", first.Keys.Intersect(second.Keys))}, which {first.Id} led from {first.Opened}, {second.Opened - first.Opened} before, to {first.Closed}";

    private static bool SawEnd(Lead one, Lead other) =>
        one.IsNear(other) && other.Closed <= one.Opened && one.Opened - other.Closed < LongestOpening;

    private static IEnumerable<string> Follows(
        WrittenLife life, List<Lead> leads, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, GroupingOptions options, TimeSpan longest)
    {
        var first = Turn.Of(life).First();
        if (first.After.Group?.Leader is not { } id)
            yield break;
        var leader = leads.Find(lead => lead.Id == id);
        if (leader is null || !leader.Keys.Intersect(GroupKeys.Of(first.After.Alert, options)).Any())
            yield return $"{life.Item.Id} follows {id}, which leads nothing that it belongs to";
        else if (times[(life.Item.Id, 1)] - leader.Opened > longest)
            yield return $"{life.Item.Id} follows {id}, which was opened {times[(life.Item.Id, 1)] - leader.Opened} before";
    }

    private static IEnumerable<string> Leaves(
        Turn turn, List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, GroupingOptions options)
    {
        if (!turn.Has<GroupLeft>() || turn.IsByPerson || options.Bypasses(turn.After.Severity))
            yield break;
        var leader = turn.Before!.Group!.Leader;
        var end = lives.Find(life => life.Item.Id == leader) is { } led ? Turn.Of(led).FirstOrDefault(one => !one.After.Status.IsOpen()) : null;
        if (end is null || times[(leader, end.Version)] > times[(turn.After.Id, turn.Version)])
            yield return $"{turn.After.Id} left the group of {leader}, which was open, and nobody wanted it";
    }

    private static bool IsInvestigated(Turn turn) => turn.After.Group is not null && turn.Has<DiagnosisStarted>();
}
