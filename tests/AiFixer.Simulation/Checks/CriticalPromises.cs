using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>What is critical waits for no other and for no room, and nobody waits for what was critical from the start.</summary>
internal static class CriticalPromises
{
    public static IEnumerable<string> Broken(List<WrittenLife> lives, GroupingOptions options) =>
    [
        .. lives.Where(life => Turn.Of(life).Any(turn => IsIn(turn, options))).Select(life => $"{life.Item.Id} is critical and follows {life.State.Group?.Leader}"),
        .. lives.Where(life => options.Bypasses(Turn.Of(life).First().After.Severity) && IsLed(life, lives)).Select(life => $"{life.Item.Id} was critical from the start and leads others"),
        .. lives.SelectMany(life => Turn.Of(life)).Where(turn => IsHeldBack(turn, options)).Select(turn => $"{turn.After.Id} is critical and was held back: {turn.After.HeldBack}"),
    ];

    private static bool IsIn(Turn turn, GroupingOptions options) =>
        turn.After is { Group: not null } state && state.Status.IsOpen() && options.Bypasses(state.Severity);

    private static bool IsLed(WrittenLife life, List<WrittenLife> lives) =>
        life.State.Leads || lives.Exists(other => other.Events.Any(happened => happened is GroupJoined joined && joined.Leader == life.Item.Id));

    private static bool IsHeldBack(Turn turn, GroupingOptions options) =>
        turn.Has<InvestigationHeldBack>() && options.Bypasses(turn.After.Severity) && turn.After.Task is { } task && task.Due > turn.Entry.At;
}
