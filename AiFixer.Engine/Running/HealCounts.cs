using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;

namespace AiFixer.Engine.Running;

/// <summary>Which attempts to heal a decision ends.</summary>
internal static class HealCounts
{
    public static IReadOnlyList<HealCount> Of(Decision.Accepted decision, DateTimeOffset now)
    {
        List<HealCount>? counts = null;
        foreach (var happened in decision.Events)
        {
            if (Of(decision.State, happened, now) is { } count)
                (counts ??= []).Add(count);
        }

        return counts ?? (IReadOnlyList<HealCount>)[];
    }

    private static HealCount? Of(Incident state, IncidentEvent happened, DateTimeOffset now) => happened switch
    {
        HealEnded ended => new(state.Heals!.Find(heal => heal.Number == ended.Number)!.Playbook, ended.Result, now),
        HealSkipped { Attempt: { Result: { } result } attempt } => new(attempt.Playbook, result, now),
        _ => null,
    };
}
