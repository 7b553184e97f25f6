using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>Every start against the grant it had at that moment.</summary>
internal static class PolicyPromises
{
    public static IEnumerable<string> Broken(List<WrittenLife> lives, WorkflowRules rules) => lives.SelectMany(life => Broken(life, rules));

    private static IEnumerable<string> Broken(WrittenLife life, WorkflowRules rules)
    {
        Incident? state = null;
        foreach (var entry in life.Entries)
        {
            foreach (var happened in entry.Events)
            {
                state = state?.Apply(happened, entry.At) ?? Incident.From(life.Item.Id, (Opened)happened, entry.At);
                if (happened is ActionStarted started && !GrantLook.Opens(state, started.Action, rules, entry.At))
                    yield return $"{life.Item.Id}: {started.Action} was started at {entry.At:u} without a grant that fits it";
                if (happened is GrantIssued { Grant: { Automatic: true } grant } && state.Action(grant.ActionId).UndoOf is null && !MayRun(state))
                    yield return $"{life.Item.Id}: nobody approved {grant.ActionId}, and the policy did not let it run";
                if (happened is GrantRefused { Fault: not (GrantFault.Expired or GrantFault.Replayed) } refused)
                    yield return $"{life.Item.Id}: a grant that nobody touched was refused: {refused.Reason}";
            }
        }
    }

    private static bool MayRun(Incident state) => state.Policy is { Outcome: PolicyOutcome.AutoExecute };
}
