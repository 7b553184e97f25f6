using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>Of an action whose call may still arrive nothing is said or done that its arrival would make wrong.</summary>
public sealed class LatePropertyTests
{
    [Fact]
    public void It_is_not_told_not_to_have_happened() => All((step, late) =>
    {
        foreach (var action in step.After.Actions.Where(action => late.ContainsKey(action.Id)))
            action.Status.ShouldBe(ActionStatus.Unknown);
    });

    [Fact]
    public void It_is_not_sent_again() => All((step, late) =>
        step.Events.OfType<ActionStarted>().ShouldAllBe(started => !late.ContainsKey(started.Action)));

    [Fact]
    public void The_incident_does_not_close_by_itself() => All((step, late) =>
    {
        if (step.Events.OfType<Resolved>().FirstOrDefault() is { How: ClosedBy.Verification or ClosedBy.Sender })
            late.Values.ShouldAllBe(settles => settles <= step.At);
    });

    /// <param name="holds">A step, and of each action whose call may arrive until when it may.</param>
    private static void All(Action<WalkStep, IReadOnlyDictionary<string, DateTimeOffset>> holds) => Walks.All(walk =>
    {
        var late = new Dictionary<string, DateTimeOffset>();
        foreach (var step in walk.Steps)
        {
            foreach (var happened in step.Events)
                Follow(late, happened, step);
            holds(step, late);
        }
    });

    private static void Follow(Dictionary<string, DateTimeOffset> late, IncidentEvent happened, WalkStep step)
    {
        switch (happened)
        {
            case OutcomeUnknown unknown:
                late[unknown.Action] = unknown.SettlesAt!.Value;
                break;
            case OutcomeFound { Outcome: ExecuteOutcome.Done } found:
                late.Remove(found.Action);
                break;
            case OutcomeFound { Outcome: ExecuteOutcome.NotDone } found when late[found.Action] <= Began((TaskInput.Looked)step.Input, step.At):
                late.Remove(found.Action);
                break;
        }
    }

    private static DateTimeOffset Began(TaskInput.Looked look, DateTimeOffset now) => new[] { look.At ?? now, now - look.Took }.Min();
}
