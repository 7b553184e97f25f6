using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>Whoever leads is as bad as the worst that follows, and not worse: it was told, or those who follow see to it.</summary>
internal static class WorstPromises
{
    /// <summary>News that were lost when nothing was well were lost by then.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    /// <param name="calmSince">When everything went well again, by the true time.</param>
    public static IEnumerable<string> Broken(
        List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, TimeSpan calmSince) =>
    [
        .. lives.Where(life => life.Item.Row.Severity != Turn.Of(life).Last().After.Severity).Select(life => $"{life.Item.Id} is {Turn.Of(life).Last().After.Severity} by its entries, and {life.Item.Row.Severity} in lists"),
        .. lives.SelectMany(life => Invented(life, lives)),
        .. calmSince == TimeSpan.MaxValue ? [] : lives.SelectMany(life => Unheard(life, lives, times, calmSince + Settling)),
    ];

    private static IEnumerable<string> Invented(WrittenLife leader, List<WrittenLife> lives) =>
        from grew in leader.Events.OfType<GroupGrew>()
        where !lives.Exists(life => Turn.Of(life).Any(turn => turn.After.Group?.Leader == leader.Item.Id && turn.After.Severity == grew.Worst))
        select $"{leader.Item.Id} heard of one that follows it and is {grew.Worst}, and none is";

    /// <summary>One that looks after its leader tells it how bad it is.</summary>
    private static IEnumerable<string> Unheard(
        WrittenLife life, List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, TimeSpan since)
    {
        var known = Severity.P3;
        foreach (var turn in Turn.Of(life).Where(turn => turn.Has<GroupJoined>() || turn.Has<GroupAwaited>()))
        {
            var at = times[(life.Item.Id, turn.Version)];
            if (turn.Has<GroupAwaited>() && at > since && Then(turn.After.Group!.Leader, lives, times, at) is { } leader && leader.Status.IsOpen() && (leader.Severity > known || !leader.Leads))
                yield return $"{life.Item.Id} is {known} and looked after {leader.Id}, which is {leader.Severity} all the same";
            known = turn.After.Severity;
        }
    }

    /// <summary>What it was at that time; null when there is none.</summary>
    private static Incident? Then(
        IncidentId id, List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, TimeSpan at) =>
        lives.Find(life => life.Item.Id == id) is { } life ? Turn.Of(life).LastOrDefault(turn => times[(id, turn.Version)] <= at)?.After : null;
}
