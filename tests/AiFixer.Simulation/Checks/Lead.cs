using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>An incident that was opened to be investigated, and is not critical: others of its groups follow it.</summary>
/// <param name="Opened">By the true time, as <paramref name="Closed"/>.</param>
internal sealed record Lead(IncidentId Id, IReadOnlyList<string> Keys, TimeSpan Opened, TimeSpan Closed)
{
    public static IEnumerable<Lead> Of(
        List<WrittenLife> lives, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, GroupingOptions options) =>
        from life in lives
        let turns = Turn.Of(life).ToList()
        where turns[0].After.Group is null
        let keys = GroupKeys.Of(turns[0].After.Alert, options)
        where keys.Count > 0
        let end = turns.Find(turn => !turn.After.Status.IsOpen())
        let lead = new Lead(life.Item.Id, keys, times[(life.Item.Id, 1)], end is null ? TimeSpan.MaxValue : times[(life.Item.Id, end.Version)])
        orderby lead.Opened
        select lead;

    public bool IsNear(Lead other) => Keys.Intersect(other.Keys).Any();
}
