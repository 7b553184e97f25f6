using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;
using AiFixer.Tests.Engine.Crash;

namespace AiFixer.Tests.Engine.World;

/// <summary>What the world's own record shows to be broken.</summary>
internal static class WorldPromises
{
    public static IEnumerable<string> Broken(IReadOnlyList<Sending> sendings, IReadOnlyList<Effect> effects, List<WrittenLife> lives)
    {
        foreach (var sending in sendings)
        {
            var life = lives.Find(other => other.Item.Id.Value == sending.Incident);
            if (life is null || Unlawful(sending, life) is { } reason)
                yield return $"{sending.Action} was sent at {sending.At:u}: {(life is null ? "of no incident" : Unlawful(sending, life))}";
        }

        var applied = effects.Where(effect => effect.Kind == EffectKind.Applied).ToList();
        foreach (var twice in applied.GroupBy(effect => effect.Action).Where(group => group.Count() > 1))
        {
            if (twice.First().Plugin != LedgerFix.NameOf(FixKind.Set))
                yield return $"{twice.Key} was carried out {twice.Count()} times";
        }

        foreach (var effect in applied.Where(effect => !sendings.Any(sending => sending.Action == effect.Action && sending.Plan.Payload == effect.Payload)))
            yield return $"{effect} was never sent like that";
        foreach (var told in lives.SelectMany(life => Untrue(life, applied)))
            yield return told;
    }

    /// <summary>Null when what was on disk at that moment allowed it.</summary>
    private static string? Unlawful(Sending sending, WrittenLife life)
    {
        var before = life.Entries.Take(sending.EntriesThen).SelectMany(entry => entry.Events).ToList();
        var action = sending.Action[(sending.Incident.Length + 1)..];
        var granted = before.OfType<GrantIssued>().LastOrDefault(issued => issued.Grant.ActionId == action)?.Grant;
        var started = before.OfType<ActionStarted>().LastOrDefault(one => one.Action == action);
        if (granted is null)
            return "there was no grant on disk";
        if (started is null)
            return "that it may leave was not on disk";
        if (PlanOnDisk(before, action) != sending.Plan)
            return "another plan was on disk";
        if (granted.ExpiresAt <= sending.At)
            return "the grant had expired";
        if (!granted.Automatic && !before.OfType<CardDecided>().Any(card => card.Outcome == CardOutcome.Approved && card.By == granted.ApprovedBy))
            return "nobody had approved it";
        return before.OfType<ActionStarted>().Count(one => one.Action == action) - before.OfType<ActionNotSent>().Count(one => one.Action == action) > 1 && !MaySendAgain(life, action)
            ? "it was sent again, which is neither harmless nor refused"
            : null;
    }

    /// <summary>The plan is written with the proposal, or for an undo whenever it is made.</summary>
    private static ActionPlan? PlanOnDisk(List<IncidentEvent> before, string action) =>
        before.OfType<Proposed>().SelectMany(proposal => proposal.Actions).FirstOrDefault(one => one.Id == action)?.Plan
        ?? before.OfType<ActionStarted>().LastOrDefault(one => one.Action == action && one.Plan is not null)?.Plan;

    private static bool MaySendAgain(WrittenLife life, string action) => life.State.Action(action).Traits.MaySendAgain();

    /// <summary>What the incident says happened against what did.</summary>
    private static IEnumerable<string> Untrue(WrittenLife life, List<Effect> applied)
    {
        foreach (var action in life.State.Actions)
        {
            var happened = applied.Any(effect => effect.Action == $"{life.Item.Id}/{action.Id}");
            if (action.Status == ActionStatus.Succeeded && !happened && !IsSo(action, applied))
                yield return $"{life.Item.Id}/{action.Id} is told to have succeeded and did not happen";
            if (action.Status is ActionStatus.Failed or ActionStatus.Stale or ActionStatus.Planned && happened)
                yield return $"{life.Item.Id}/{action.Id} is told not to have happened and did";
        }
    }

    /// <summary>What sets a value is done when the value is there, whoever set it.</summary>
    private static bool IsSo(IncidentAction action, List<Effect> applied) =>
        action.Request.Plugin == LedgerFix.NameOf(FixKind.Set)
        && action.Plan is { } plan
        && applied.Exists(effect => effect.Account == plan.Target.Name && Payload.Parse(effect.Payload).Value == Payload.Parse(plan.Payload).Value);
}
