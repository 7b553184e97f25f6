using System.Collections.Immutable;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>What may come back from an incident's open task, and what never should.</summary>
internal static class RandomTasks
{
    private const string Target = "main/deployment/default/web";
    private static readonly string HealKey = ClaimKeys.PlaybookCooldown("dns", Target);
    private static readonly string TriesKey = ClaimKeys.PlaybookTries("dns", Target);
    private static readonly string[] Keys = [ClaimKeys.AutomaticFixes, "cooldown:main/deployment/default/web", "grant:somebody/g1", HealKey, TriesKey];

    /// <summary>An answer to what is owed now.</summary>
    public static TaskInput Fitting(Dice dice, Incident state, OpenTask task, DateTimeOffset now)
    {
        if (!task.IsWait && dice.Odds(5))
            return new TaskInput.Broke(task.Id, "connection refused", dice.Odds(70));
        return task.Kind switch
        {
            TaskKind.Triage or TaskKind.Diagnose when dice.Odds(5) => new TaskInput.HeldBack(task.Id, "too many", now.AddMinutes(dice.Roll(3))),
            TaskKind.AwaitGroup => new TaskInput.LeaderSeen(task.Id, RandomGroups.News(dice, now)),
            TaskKind.TellGroup => new TaskInput.GroupTold(task.Id),
            TaskKind.Triage => new TaskInput.TriageDone(task.Id, dice.Any<ErrorClass>(), dice.Odds(35) ? RandomHealers.Next(dice) : null),
            TaskKind.Heal => dice.Odds(75) ? new TaskInput.HealBegins(task.Id) : new TaskInput.ClaimDenied(task.Id, dice.Pick(HealKey, TriesKey), Given.Other, now.AddMinutes(dice.Roll(40))),
            TaskKind.Notify => new TaskInput.Noticed(task.Id, "taken", dice.Roll(100)),
            TaskKind.Recheck => new TaskInput.SenderHeard(task.Id, dice.Odds(50) ? now : Given.Start.AddDays(-1)),
            TaskKind.Diagnose => new TaskInput.DiagnosisDone(task.Id, RandomFindings.Diagnosis(dice)),
            TaskKind.Propose => new TaskInput.ProposalDone(task.Id, Actions(dice, state), dice.Odds(20) ? ["no such plugin"] : []),
            TaskKind.RunAction when task.Started => Sent(dice, task),
            TaskKind.RunAction => Before(dice, state, task, now),
            TaskKind.Reconcile => new TaskInput.Looked(task.Id, new(dice.Any<ExecuteOutcome>(), dice.Any<TargetHealth>(), "looked"))
            {
                At = dice.Odds(20) ? null : now.AddSeconds(-dice.Pick(-300, 0, 0, 1, 5, 20, 100)),
                Took = TimeSpan.FromSeconds(dice.Pick(0, 0, 0, 1, 20)),
            },
            TaskKind.Verify => Health(dice, task),
            _ => new TaskInput.TimePassed(task.Id),
        };
    }

    /// <summary>Any answer at all, to any task there ever was or will be.</summary>
    public static TaskInput Stray(Dice dice, Incident state, DateTimeOffset now)
    {
        var id = $"t{dice.Roll(state.TasksSoFar + 2)}";
        var task = new OpenTask(dice.Odds(50) ? state.Task?.Id ?? id : id, dice.Any<TaskKind>(), now, Started: dice.Odds(50));
        return dice.Roll(12) switch
        {
            0 => new TaskInput.Broke(task.Id, "no reason", dice.Odds(50)),
            1 or 2 => new TaskInput.TimePassed(task.Id),
            3 or 4 => new TaskInput.Interrupted(task.Id),
            5 => new TaskInput.ClaimDenied(task.Id, dice.Pick(Keys), Given.Other, now.AddMinutes(5)),
            _ => Fitting(dice, state, task, now),
        };
    }

    /// <summary>A playbook has one action.</summary>
    private static ImmutableList<PlannedAction> Actions(Dice dice, Incident state) =>
        state.Playbook is null ? RandomFindings.Actions(dice) : [.. RandomFindings.Actions(dice).Take(1)];

    private static TaskInput.HealthSeen Health(Dice dice, OpenTask task)
    {
        var health = dice.Pick(TargetHealth.Healthy, TargetHealth.Healthy, TargetHealth.Healthy, TargetHealth.Healthy, TargetHealth.Progressing, TargetHealth.Unhealthy, TargetHealth.Unknown);
        return new TaskInput.HealthSeen(task.Id, health, $"it is {health}");
    }

    private static TaskInput Before(Dice dice, Incident state, OpenTask task, DateTimeOffset now) => dice.Roll(16) switch
    {
        0 => new TaskInput.CannotSend(task.Id, "it is gone"),
        1 or 2 or 3 => new TaskInput.ClaimDenied(task.Id, dice.Pick(Keys), Given.Other, dice.Odds(50) ? now.AddMinutes(dice.Roll(10)) : null),
        _ => new TaskInput.ReadyToSend(task.Id, RandomFindings.Reading(dice, state.Actions.Find(action => action.Id == task.Subject)?.Plan)),
    };

    private static TaskInput Sent(Dice dice, OpenTask task) => dice.Roll(10) switch
    {
        0 => new TaskInput.Interrupted(task.Id),
        1 => new TaskInput.TimePassed(task.Id),
        2 => new TaskInput.Sent(task.Id, new(ExecuteOutcome.Unknown, "timeout")),
        3 => new TaskInput.Sent(task.Id, new(ExecuteOutcome.NotDone, "conflict", Stale: dice.Odds(50))),
        4 => new TaskInput.Sent(task.Id, ExecuteResult.Later("busy")),
        _ => new TaskInput.Sent(task.Id, new(ExecuteOutcome.Done, "patched")),
    };
}
