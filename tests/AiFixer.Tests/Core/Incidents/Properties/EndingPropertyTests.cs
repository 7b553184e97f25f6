using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents.Properties;

public sealed class EndingPropertyTests
{
    private const int Enough = 200;

    [Fact]
    public void From_anywhere_an_incident_left_alone_ends_or_reaches_a_person_who_can_end_it() => Walks.All(walk =>
    {
        var dice = new Dice(walk.Steps.Count);
        LeaveAlone(walk, task => RandomTasks.Fitting(dice, walk.State, task, walk.Now));
        EndByHand(walk);
    });

    [Fact]
    public void From_anywhere_it_gets_there_when_everything_breaks() => Walks.All(walk =>
    {
        LeaveAlone(walk, task => AboutGroup(task) ?? (task.IsWait || task.Started
            ? new TaskInput.TimePassed(task.Id)
            : new TaskInput.Broke(task.Id, "connection refused", Retryable: true)));
        EndByHand(walk);
    });

    [Fact]
    public void From_anywhere_it_gets_there_when_every_claim_is_always_denied() => Walks.All(walk =>
    {
        var dice = new Dice(walk.Steps.Count);
        LeaveAlone(walk, task => task is { Kind: TaskKind.RunAction, Started: false }
            ? Denied(walk, task)
            : RandomTasks.Fitting(dice, walk.State, task, walk.Now));
        EndByHand(walk);
    });

    [Fact]
    public void From_anywhere_it_gets_there_when_no_call_ever_arrives() => Walks.All(walk =>
    {
        LeaveAlone(walk, task => AboutGroup(task) ?? task switch
        {
            { Kind: TaskKind.RunAction, Started: true } => new TaskInput.Interrupted(task.Id),
            { Kind: TaskKind.Reconcile } => new TaskInput.Looked(task.Id, new(ExecuteOutcome.NotDone, TargetHealth.Unhealthy, "not there")),
            { Kind: TaskKind.RunAction } => new TaskInput.ReadyToSend(task.Id, walk.State.Action(task.Subject!).Plan ?? Given.Plan()),
            _ when task.IsWait => new TaskInput.TimePassed(task.Id),
            _ => new TaskInput.Broke(task.Id, "connection refused", Retryable: true),
        });
        EndByHand(walk);
    });

    [Fact]
    public void Without_a_single_executed_action_only_the_sender_or_a_person_resolves() => Walks.All(walk =>
    {
        if (walk.State.Closing is { How: ClosedBy.Verification })
            walk.State.ProposedNow().ShouldContain(action => action.Status == ActionStatus.Succeeded && action.Sent > 0);
    });

    [Fact]
    public void Verification_passes_only_after_the_world_looked_healthy_for_the_whole_window() => Walks.All(walk =>
    {
        DateTimeOffset? since = null;
        foreach (var step in walk.Steps)
        {
            if (step.Before.Status != IncidentStatus.Verifying || step.Events.Any(happened => happened is AlertFiredAgain))
                since = null;
            if (step.Input is TaskInput.HealthSeen seen && seen.TaskId == step.Before.Task?.Id)
                since = seen.Health == TargetHealth.Healthy ? since ?? step.At : null;
            if (step.Events.Any(happened => happened is VerificationEnded { Passed: true }))
                (step.At - since.ShouldNotBeNull()).ShouldBeGreaterThanOrEqualTo(walk.Rules.StabilisationWindow);
        }
    });

    [Fact]
    public void The_sender_never_closes_while_a_fix_is_out_or_watched_or_a_person_has_it() => Walks.All(walk =>
    {
        foreach (var step in walk.Steps.Where(step => step.Events.Any(happened => happened is Resolved { How: ClosedBy.Sender })))
        {
            step.Before.Status.ShouldNotBe(IncidentStatus.Verifying);
            step.After.Actions.ShouldNotContain(action => action.Status == ActionStatus.Unknown);
            step.Before.Escalation?.TakenBy.ShouldBeNull();
            step.After.ClearedAt.ShouldNotBeNull();
            step.After.Firing.ShouldBeEmpty();
        }
    });

    /// <summary>Tasks finish or break and time passes, until the incident is closed or in a person's hands.</summary>
    private static void LeaveAlone(Walk walk, Func<OpenTask, TaskInput> answer)
    {
        for (var i = 0; i < Enough && walk.State.Task is { Kind: not TaskKind.Remind } task; i++)
        {
            walk.Wait(TimeSpan.FromSeconds(10));
            if ((task.IsWait || task.Started) && task.Due > walk.Now)
                walk.Wait(task.Due - walk.Now);
            walk.Tell(answer(task));
        }
    }

    /// <summary>Whoever leads or follows is there to be asked, or known not to be: that is the store's own business.</summary>
    private static TaskInput? AboutGroup(OpenTask task) => task.Kind switch
    {
        TaskKind.AwaitGroup => new TaskInput.LeaderSeen(task.Id, null),
        TaskKind.TellGroup => new TaskInput.GroupTold(task.Id),
        _ => null,
    };

    /// <summary>A claim is only asked for when the action would otherwise start.</summary>
    private static TaskInput Denied(Walk walk, OpenTask task)
    {
        var ready = new TaskInput.ReadyToSend(task.Id, walk.State.Action(task.Subject!).Plan ?? Given.Plan());
        var starts = IncidentWorkflow.Handle(walk.State, ready, walk.Rules, walk.Now) is Decision.Accepted { Claims.IsEmpty: false };
        return starts ? new TaskInput.ClaimDenied(task.Id, "cooldown:x", Given.Other, walk.Now.AddMinutes(5)) : ready;
    }

    private static void EndByHand(Walk walk)
    {
        if (!walk.State.Status.IsOpen())
            return;
        walk.State.Status.ShouldBe(IncidentStatus.Escalated);
        walk.Tell(new PersonInput.Resolve(Given.Operator, "fixed by hand"));
        walk.State.Status.ShouldBe(IncidentStatus.Resolved);
    }
}
