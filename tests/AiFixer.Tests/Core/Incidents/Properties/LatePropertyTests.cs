using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;

namespace AiFixer.Tests.Core.Incidents.Properties;

public sealed class LatePropertyTests
{
    [Fact]
    public void No_action_is_told_not_to_have_happened_while_a_call_of_it_may_still_arrive() => Walks.All(walk =>
    {
        var mayArrive = new Dictionary<string, DateTimeOffset>();
        foreach (var step in walk.Steps)
        {
            foreach (var happened in step.Events)
                Follow(mayArrive, happened);
            // Somebody looked when it could not be on its way any more, and it was not there.
            if (step.Events.OfType<OutcomeFound>().FirstOrDefault() is { Outcome: ExecuteOutcome.NotDone } seen && mayArrive[seen.Action] <= Looked(step))
                mayArrive.Remove(seen.Action);
            foreach (var action in step.After.Actions.Where(action => mayArrive.ContainsKey(action.Id)))
                action.Status.ShouldNotBeOneOf(ActionStatus.Planned, ActionStatus.Failed, ActionStatus.Stale);
        }
    });

    private static DateTimeOffset Looked(WalkStep step) => ((TaskInput.Looked)step.Input).At ?? step.At;

    private static void Follow(Dictionary<string, DateTimeOffset> mayArrive, IncidentEvent happened)
    {
        switch (happened)
        {
            case OutcomeUnknown unknown:
                mayArrive[unknown.Action] = unknown.SettlesAt!.Value;
                break;
            case OutcomeFound { Outcome: ExecuteOutcome.Done } found:
                mayArrive.Remove(found.Action);
                break;
            case ActionFinished { Status: ActionStatus.Succeeded } finished:
                mayArrive.Remove(finished.Action);
                break;
        }
    }
}
